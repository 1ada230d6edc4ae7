package dev.candor.telemetry.core.internal.redaction;

/**
 * How many digits a grouped number has, up to one more than any number may.
 *
 * <p>It is asked at each group of a row, and remembers what it counted: a row of a thousand groups is read once, not
 * once for each of them.
 */
final class DigitGroups {

    private final int most;
    private final boolean strict;

    private int from;
    private int end;
    private int count;
    private char separator;
    private int lastSeparator;

    /**
     * @param most the count at which it stops
     * @param strict whether one separator, always the same, stands between groups, as in the number of a card; else up
     *     to two of any kind, as in a telephone number
     */
    DigitGroups(int most, boolean strict) {
        this.most = most;
        this.strict = strict;
    }

    /** Forgets the text. */
    void reset() {
        from = 0;
        end = 0;
        lastSeparator = -1;
    }

    /** Counts the digits of the number that starts with the digit here. */
    int count(Scan s, int start) {
        if (start < from || start >= (strict ? lastSeparator : end)) {
            from = start;
            end = start;
            count = 0;
            separator = '\0';
            lastSeparator = -1;
        }
        while (from < start) {
            count -= Ascii.digit(s.text[from++]) ? 1 : 0;
        }
        int next = next(s);
        while (count < most && next >= 0) {
            count++;
            end = next + 1;
            next = next(s);
        }
        return count;
    }

    /** The end of the last digit that was counted. */
    int end() {
        return end;
    }

    /** Where the next digit is, or -1. */
    private int next(Scan s) {
        char c = s.charAt(end);
        if (Ascii.digit(c)) {
            return end;
        }
        char after = s.charAt(end + 1);
        if (strict) {
            boolean fits = c == separator || (separator == '\0' && (c == ' ' || c == '-'));
            if (!fits || !Ascii.digit(after) || count == 0) {
                return -1;
            }
            separator = c;
            lastSeparator = end;
            return end + 1;
        }
        if ((Ascii.bits(c) & Ascii.GROUPS) == 0) {
            return -1;
        }
        if (Ascii.digit(after)) {
            return end + 1;
        }
        return (Ascii.bits(after) & Ascii.GROUPS) != 0 && Ascii.digit(s.charAt(end + 2)) ? end + 2 : -1;
    }
}
