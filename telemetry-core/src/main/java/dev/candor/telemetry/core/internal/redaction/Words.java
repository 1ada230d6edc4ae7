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
        if (size == 1 && after == ':') {
            int next = WindowsPath.at(s, start);
            if (next > 0) {
                return next;
            }
        }
        if (size <= 4 && (mask & Ascii.NOT_HEX) == 0 && (after == ':' || after == '-' || after == '.')) {
            int next = Addresses.at(s, start, end, after);
            if (next > 0) {
                return next;
            }
        }
        if ((mask & Ascii.DIGIT) != 0) {
            int next = Ascii.digit(s.text[start]) ? Numbers.at(s, start, end) : Iban.at(s, start, end);
            if (next > 0) {
                return next;
            }
        }
        if (size == 8 && after == ':' && (mask & Ascii.NOT_HEX) == 0) {
            int next = ShapedTokens.pair(s, start, end);
            if (next > 0) {
                return next;
            }
        }
        if (after == '.' && size >= 14 && size <= 28) {
            int next = ShapedTokens.atlas(s, start, end);
            next = next > 0 ? next : ShapedTokens.dotted(s, start, end);
            if (next > 0) {
                return next;
            }
        }
        if (((mask & Ascii.DIGIT) != 0 || size >= 20) && start >= s.runEnd) {
            return Math.max(end, Entropy.at(s, start));
        }
        return end;
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
