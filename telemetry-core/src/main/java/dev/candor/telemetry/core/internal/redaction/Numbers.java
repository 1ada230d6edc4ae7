package dev.candor.telemetry.core.internal.redaction;

/** What may start with a digit: an IPv4 address, a card, a social security number, a telephone number, a token. */
final class Numbers {

    private Numbers() {}

    /** The end of what was removed from here on, or 0. */
    static int at(Scan s, int start, int end) {
        if (end - start <= 3 && s.charAt(end) == '.') {
            int address = Ipv4.at(s, start);
            if (address > 0) {
                return address;
            }
        }
        char before = s.charAt(start - 1);
        if (before == '.' && Ascii.digit(s.charAt(start - 2))) {
            return 0;
        }
        if (end - start < 7 && !goesOn(s, end)) {
            return 0;
        }
        int found = Card.at(s, start);
        if (found <= 0) {
            found = ssn(s, start, end);
        }
        if (found <= 0) {
            found = Phone.nationalAt(s, start);
        }
        return found > 0 ? found : ShapedTokens.numbered(s, start, end);
    }

    /** Whether more digits may belong to the number that ends here: most numbers stand alone. */
    private static boolean goesOn(Scan s, int end) {
        if ((Ascii.bits(s.charAt(end)) & Ascii.GROUPS) == 0) {
            return false;
        }
        return (Ascii.bits(s.charAt(end + 1)) & (Ascii.GROUPS | Ascii.DIGIT)) != 0;
    }

    private static int ssn(Scan s, int start, int end) {
        char separator = s.charAt(end);
        if (end - start != 3 || (separator != '-' && separator != ' ')) {
            return 0;
        }
        int group = end + 1;
        int serial = group + 3;
        boolean shape = digits(s, start, 3)
                && digits(s, group, 2)
                && s.charAt(group + 2) == separator
                && digits(s, serial, 4)
                && !s.wordAt(serial + 4)
                && !(s.charAt(serial + 4) == '-' && s.wordAt(serial + 5));
        if (!shape
                || s.charAt(start - 1) == '-'
                || Ascii.startsWith(s.text, start, s.length, "000")
                || Ascii.startsWith(s.text, start, s.length, "666")
                || Ascii.startsWith(s.text, group, s.length, "00")
                || Ascii.startsWith(s.text, serial, s.length, "0000")) {
            return 0;
        }
        s.remove(start, serial + 4, Placeholder.SSN);
        return serial + 4;
    }

    static boolean digits(Scan s, int from, int count) {
        for (int i = from; i < from + count; i++) {
            if (!Ascii.digit(s.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
