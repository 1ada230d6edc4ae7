package dev.candor.telemetry.core.internal.redaction;

import org.jspecify.annotations.Nullable;

/**
 * Finds known values, and tells at which three characters a word is worth a closer look.
 *
 * <p>Names, hosts and paths match in any case, paths with either slash, single or doubled; secrets match exactly.
 */
final class KnownIndex {

    private static final int WIDE = 128;

    private final KnownValues.Entry[][] byFirst = new KnownValues.Entry[WIDE + 1][];
    // five bits of each of three characters, which makes upper and lower case the same
    private final long[] beginnings = new long[(1 << 15) / Long.SIZE];
    private final boolean[] wakes = new boolean[WIDE];

    KnownIndex(KnownValues known) {
        for (KnownValues.Entry each : known.entries()) {
            int slot = slot(each.value().charAt(0));
            byFirst[slot] = with(byFirst[slot], each);
            mark(each.value());
            markDisguised(each.value());
        }
        for (char c = 0; c < WIDE; c++) {
            wakes[c] = leads(c) || Marks.wakes(c);
        }
        for (String each : ProviderTokens.prefixes()) {
            mark(each);
        }
        for (String each : Phrases.words()) {
            mark(each);
        }
    }

    /** The entries and one more, the longest first. A loop: this runs in commands that a lambda would keep waiting. */
    private static KnownValues.Entry[] with(KnownValues.Entry @Nullable [] old, KnownValues.Entry entry) {
        int size = old == null ? 0 : old.length;
        KnownValues.Entry[] more = new KnownValues.Entry[size + 1];
        int at = 0;
        while (old != null
                && at < size
                && old[at].value().length() >= entry.value().length()) {
            more[at] = old[at];
            at++;
        }
        more[at] = entry;
        if (old != null) {
            System.arraycopy(old, at, more, at + 1, size - at);
        }
        return more;
    }

    /** A beginning of two characters stands for all that go on from there, and each slash for both. */
    private void mark(String beginning) {
        char first = beginning.charAt(0);
        char second = beginning.charAt(1);
        for (char third = 0; third < 32; third++) {
            if (beginning.length() == 2 || (beginning.charAt(2) & 31) == third) {
                mark(first, second, third);
            }
        }
        if (isSeparator(second) || (beginning.length() > 2 && isSeparator(beginning.charAt(2)))) {
            for (char third = 0; third < 32; third++) {
                mark(first, '/', third);
                mark(first, '\\', third);
                mark(first, second, third);
            }
        }
    }

    /** The same value with the other slash first, or with the first one doubled. */
    private void markDisguised(String value) {
        if (isSeparator(value.charAt(0))) {
            char second = value.charAt(1);
            for (char third = 0; third < 32; third++) {
                mark('/', second, third);
                mark('\\', second, third);
                if (isSeparator(second)) {
                    mark('/', '/', third);
                    mark('/', '\\', third);
                    mark('\\', '/', third);
                    mark('\\', '\\', third);
                }
            }
            mark('\\', '\\', second);
        }
    }

    private void mark(char first, char second, char third) {
        int at = at(first, second, third);
        beginnings[at >> 6] |= 1L << at;
    }

    private static int at(char first, char second, char third) {
        return (first & 31) << 10 | (second & 31) << 5 | (third & 31);
    }

    private static boolean isSeparator(char c) {
        return c == '/' || c == '\\';
    }

    private static int slot(char c) {
        return c == '\\' ? '/' : c < WIDE ? Ascii.lower(c) : WIDE;
    }

    boolean interesting(char first, char second, char third) {
        int at = at(first, second, third);
        return (beginnings[at >> 6] & 1L << at) != 0;
    }

    /** Whether anything may start with this ASCII character that is neither letter nor digit. */
    boolean wakes(char c) {
        return wakes[c];
    }

    boolean leads(char c) {
        return byFirst[slot(c)] != null;
    }

    /** Whether a known value may start with this mark; what is not ASCII has forms that are not indexed. */
    boolean mayStart(Scan s, int i, char c) {
        if (!leads(c)) {
            return false;
        }
        char second = s.charAt(i + 1);
        char third = s.charAt(i + 2);
        return second >= WIDE || third >= WIDE || interesting(c, second, third);
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
