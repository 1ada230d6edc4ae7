package dev.candor.telemetry.core.internal.redaction;

/** Payment cards: an issuer's prefix and length, single separators, and Luhn's check. */
final class Card {

    private Card() {}

    /** The end of the card number that starts here, or 0. */
    static int at(Scan s, int start) {
        int count = s.cardDigits.count(s, start);
        if (count < 13 || count > 19) {
            return 0;
        }
        int end = s.cardDigits.end();
        boolean whole = !s.wordAt(end) && s.charAt(start - 1) != '-' && s.charAt(end) != '-';
        if (!whole || !issued(firstSix(s, start), count) || !luhn(s, start, end)) {
            return 0;
        }
        s.remove(start, end, Placeholder.CARD);
        return end;
    }

    private static int firstSix(Scan s, int start) {
        int number = 0;
        int i = start;
        for (int digits = 0; digits < 6; i++) {
            if (Ascii.digit(s.text[i])) {
                number = number * 10 + s.text[i] - '0';
                digits++;
            }
        }
        return number;
    }

    private static boolean issued(int first6, int count) {
        int two = first6 / 10_000;
        int three = first6 / 1000;
        int four = first6 / 100;
        switch (two / 10) {
            case 1 -> {
                return count == 15;
            }
            case 4 -> {
                return count == 13 || count == 16 || count == 19;
            }
            case 5 -> {
                return count == 16;
            }
            case 2 -> {
                return four >= 2221 && four <= 2720 && count == 16;
            }
            case 3 -> {
                boolean diners = three <= 305 || two == 36 || two == 38 || two == 39;
                return ((two == 34 || two == 37) && count == 15)
                        || (diners && count >= 14)
                        || (two == 35 && count >= 16);
            }
            case 6 -> {
                return count >= 16;
            }
            default -> {
                return false;
            }
        }
    }

    private static boolean luhn(Scan s, int start, int end) {
        int sum = 0;
        boolean twice = false;
        for (int i = end - 1; i >= start; i--) {
            if (Ascii.digit(s.text[i])) {
                int digit = s.text[i] - '0';
                int value = twice ? digit * 2 : digit;
                sum += value > 9 ? value - 9 : value;
                twice = !twice;
            }
        }
        return sum % 10 == 0;
    }
}
