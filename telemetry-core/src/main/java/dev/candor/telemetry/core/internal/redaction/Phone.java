package dev.candor.telemetry.core.internal.redaction;

/** Telephone numbers: with a plus, in the American grouping, or after a word that announces one. */
final class Phone {

    private static final WordSet LABELS =
            new WordSet("phone tel telephone mobile cell fax whatsapp call sms msisdn phonenumber number");

    private Phone() {}

    /** A number that starts with this plus or bracket; its end, or 0. */
    static int at(Scan s, int start) {
        char before = s.charAt(start - 1);
        if (Ascii.alnum(before) || before == '.' || before == '_' || before == '/') {
            return 0;
        }
        if (s.text[start] == '(') {
            boolean area = Numbers.digits(s, start + 1, 3) && s.charAt(start + 4) == ')';
            int rest = s.charAt(start + 5) == ' ' ? start + 6 : start + 5;
            return area ? local(s, start, rest) : 0;
        }
        char first = s.charAt(start + 1);
        return first >= '1' && first <= '9' ? grouped(s, start, start + 1, 8) : 0;
    }

    /** A number that starts with this digit; its end, or 0. */
    static int nationalAt(Scan s, int start) {
        char before = s.charAt(start - 1);
        if (before == '-' || before == '+' || before == '/' || before == ':') {
            return 0;
        }
        char separator = s.charAt(start + 3);
        if (Numbers.digits(s, start, 3) && (separator == '-' || separator == '.') && s.charAt(start + 7) == separator) {
            return local(s, start, start + 4);
        }
        int country = start;
        while (country - start < 3 && Ascii.digit(s.charAt(country))) {
            country++;
        }
        boolean grouped = s.charAt(country) == '-'
                && Numbers.digits(s, country + 1, 3)
                && s.charAt(country + 4) == '-'
                && s.charAt(country + 8) == '-';
        if (grouped) {
            return local(s, start, country + 5);
        }
        // the digits are counted before the words are read: most numbers in a text are short
        return groupedEnd(s, start, 7) > 0 && labelled(s, start) ? grouped(s, start, start, 7) : 0;
    }

    /** Three digits, a separator, four digits. */
    private static int local(Scan s, int start, int i) {
        char separator = s.charAt(i + 3);
        boolean shape = Numbers.digits(s, i, 3)
                && (separator == '-' || separator == '.' || separator == ' ')
                && Numbers.digits(s, i + 4, 4)
                && !s.wordAt(i + 8)
                && !(s.charAt(i + 8) == '.' && Ascii.digit(s.charAt(i + 9)));
        if (!shape) {
            return 0;
        }
        s.remove(start, i + 8, Placeholder.PHONE);
        return i + 8;
    }

    private static int grouped(Scan s, int start, int from, int least) {
        int end = groupedEnd(s, from, least);
        if (end > 0) {
            s.remove(start, end, Placeholder.PHONE);
        }
        return end;
    }

    private static int groupedEnd(Scan s, int from, int least) {
        int digits = s.phoneDigits.count(s, from);
        int end = s.phoneDigits.end();
        return digits < least || digits > 15 || s.wordAt(end) ? 0 : end;
    }

    private static boolean labelled(Scan s, int start) {
        int i = start;
        for (int words = 0; words < 2; words++) {
            int stop = Math.max(0, i - 4);
            while (i > stop && " :=\"'#.".indexOf(s.text[i - 1]) >= 0) {
                i--;
            }
            int end = i;
            while (i > 0 && end - i < 12 && Ascii.letter(s.text[i - 1])) {
                i--;
            }
            if (i == end) {
                return false;
            }
            boolean number = Ascii.says(s.text, i, end, "number");
            if (number) {
                return words == 1 && longRun(s, start);
            }
            if (LABELS.has(s.text, i, end)) {
                return true;
            }
            if (words == 0 && !Ascii.says(s.text, i, end, "is") && !Ascii.says(s.text, i, end, "at")) {
                return false;
            }
        }
        return false;
    }

    private static boolean longRun(Scan s, int start) {
        return Numbers.digits(s, start, 10) && !Numbers.digits(s, start, 13);
    }
}
