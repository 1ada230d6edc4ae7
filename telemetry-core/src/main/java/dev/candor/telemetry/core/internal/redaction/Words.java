package dev.candor.telemetry.core.internal.redaction;

/** What a word can wake, by its first two characters, its length and the kinds of its characters. */
final class Words {

    private Words() {}

    /** Where to go on: the word's end when nothing was found. */
    static int at(Scan s, int start, int end, int mask) {
        if (s.interesting(start)) {
            int next = named(s, start, end);
            if (next > 0) {
                return next;
            }
        }
        int size = end - start;
        char after = s.charAt(end);
        boolean digits = (mask & Ascii.DIGIT) != 0;
        boolean joined = after == ':' || after == '.' || after == '-';
        if (joined) {
            int next = joined(s, start, end, mask, after);
            if (next > 0) {
                return next;
            }
        }
        if (digits) {
            int next = Ascii.digit(s.text[start]) ? Numbers.at(s, start, end) : Iban.at(s, start, end);
            if (next > 0) {
                return next;
            }
        }
        if (joined && size >= 8) {
            int next = shaped(s, start, end, mask, after);
            if (next > 0) {
                return next;
            }
        }
        if ((digits || size >= 20) && start >= s.runEnd) {
            int known = (mask & Ascii.WIDE) == 0 ? end : start;
            return Math.max(end, Entropy.at(s, start, known));
        }
        return end;
    }

    /** A drive, or an address that starts with this word. */
    private static int joined(Scan s, int start, int end, int mask, char after) {
        int size = end - start;
        if (size == 1 && after == ':') {
            int next = WindowsPath.at(s, start);
            if (next > 0) {
                return next;
            }
        }
        return size <= 4 && (mask & Ascii.NOT_HEX) == 0 ? Addresses.at(s, start, end, after) : 0;
    }

    private static int shaped(Scan s, int start, int end, int mask, char after) {
        int size = end - start;
        if (after == ':') {
            return size == 8 && (mask & Ascii.NOT_HEX) == 0 ? ShapedTokens.pair(s, start, end) : 0;
        }
        if (after != '.' || size < 14 || size > 28) {
            return 0;
        }
        int next = ShapedTokens.atlas(s, start, end);
        return next > 0 ? next : ShapedTokens.dotted(s, start, end);
    }

    private static int named(Scan s, int start, int end) {
        int next = s.knownAt(start);
        if (next <= 0) {
            next = ProviderTokens.at(s, start);
        }
        if (next <= 0) {
            next = Phrases.at(s, start, end);
        }
        return next;
    }
}
