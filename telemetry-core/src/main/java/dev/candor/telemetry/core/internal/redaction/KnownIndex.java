package dev.candor.telemetry.core.internal.redaction;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds known values, and tells at which two characters a word is worth a closer look.
 *
 * <p>Names, hosts and paths match in any case, paths with either slash, single or doubled; secrets match exactly.
 */
final class KnownIndex {

    private static final int WIDE = 128;

    private final KnownValues.Entry[][] byFirst = new KnownValues.Entry[WIDE + 1][];
    private final long[] pairs = new long[WIDE * WIDE / Long.SIZE];

    KnownIndex(KnownValues known) {
        List<KnownValues.Entry> entries = new ArrayList<>(known.entries());
        entries.sort((a, b) -> b.value().length() - a.value().length());
        for (KnownValues.Entry each : entries) {
            String value = each.value();
            int slot = slot(value.charAt(0));
            KnownValues.Entry[] old = byFirst[slot];
            KnownValues.Entry[] more = new KnownValues.Entry[old == null ? 1 : old.length + 1];
            if (old != null) {
                System.arraycopy(old, 0, more, 0, old.length);
            }
            more[more.length - 1] = each;
            byFirst[slot] = more;
            anyCase(value.charAt(0), value.charAt(1));
        }
        for (String each : ProviderTokens.prefixes()) {
            mark(each.charAt(0), each.charAt(1));
        }
        for (String each : Phrases.words()) {
            anyCase(each.charAt(0), each.charAt(1));
        }
    }

    private void anyCase(char first, char second) {
        mark(first, second);
        mark(Character.toUpperCase(first), second);
        mark(first, Character.toUpperCase(second));
        mark(Character.toUpperCase(first), Character.toUpperCase(second));
        mark(Ascii.lower(first), Ascii.lower(second));
        mark(Character.toUpperCase(first), Ascii.lower(second));
    }

    private void mark(char first, char second) {
        int pair = pair(first, second);
        pairs[pair >> 6] |= 1L << pair;
    }

    private static int pair(char first, char second) {
        return (first & 127) << 7 | (second & 127);
    }

    private static int slot(char c) {
        return c == '\\' ? '/' : c < WIDE ? Ascii.lower(c) : WIDE;
    }

    boolean interesting(char first, char second) {
        int pair = pair(first, second);
        return (pairs[pair >> 6] & 1L << pair) != 0;
    }

    boolean leads(char c) {
        return byFirst[slot(c)] != null;
    }

    /** Removes the known value that starts here; its end, or -1. */
    int removeAt(Scan s, int start) {
        KnownValues.Entry[] entries = byFirst[slot(s.text[start])];
        if (entries == null) {
            return -1;
        }
        for (KnownValues.Entry each : entries) {
            int end = each.isSecret() ? exact(s, start, each.value()) : loose(s, start, each.value());
            if (end > 0 && isBounded(s, start, end, each)) {
                return each.isPath() ? UnixPath.removeKnown(s, start, end) : remove(s, start, end, each);
            }
        }
        return -1;
    }

    private static int remove(Scan s, int start, int end, KnownValues.Entry entry) {
        s.remove(start, end, entry.placeholder());
        return end;
    }

    /** A secret may be the beginning of something longer; a name may not. */
    private static boolean isBounded(Scan s, int start, int end, KnownValues.Entry entry) {
        boolean startsWord = Ascii.alnum(s.text[start]) && s.wordBefore(start);
        boolean endsWord = Ascii.alnum(s.text[end - 1]) && s.wordAt(end);
        return !startsWord && (!endsWord || (entry.isSecret() && end - start >= 8));
    }

    private static int exact(Scan s, int start, String value) {
        return Ascii.startsWith(s.text, start, s.length, value) ? start + value.length() : -1;
    }

    private static int loose(Scan s, int start, String value) {
        int at = start;
        for (int i = 0; i < value.length(); i++) {
            if (at >= s.length) {
                return -1;
            }
            char wanted = value.charAt(i);
            char found = s.text[at++];
            if (wanted == '/' || wanted == '\\') {
                if (found != '/' && found != '\\') {
                    return -1;
                }
                if (found == '\\' && s.charAt(at) == '\\' && !(i + 1 < value.length() && value.charAt(i + 1) == '\\')) {
                    at++;
                }
            } else if (found != wanted && Character.toLowerCase(found) != Character.toLowerCase(wanted)) {
                return -1;
            }
        }
        return at;
    }
}
