package dev.candor.telemetry.core.internal.redaction;

/** International bank account numbers: a country's length, groups of four, and the remainder by 97. */
final class Iban {

    // ISO 13616 registry: country and length
    private static final String LENGTHS =
            "AD24AE23AL28AT20AZ28BA20BE16BG22BH22BR29BY28CH21CR22CY28CZ24DE22DK18DO28EE20EG29"
                    + "ES24FI18FO18FR27GB22GE22GI23GL18GR27GT28HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20LB28LC32LI21LT20LU20LV21LY25"
                    + "MC27MD24ME22MK19MR27MT31MU30NL18NO15PK24PL28PS29PT25QA29RO24RS22SA24SC31SD18SE24SI19SK24SM27ST25SV28TL23TN24"
                    + "TR26UA29VA22VG24XK20BI27DJ27FK18MN20NI28OM23RU33SO23YE30";

    private static final byte[] BY_COUNTRY = byCountry();

    private Iban() {}

    /** The end of the account number that starts here, or 0. */
    static int at(Scan s, int start, int end) {
        if (end - start < 4
                || s.text[start] > 'Z'
                || s.text[start + 1] > 'Z'
                || !Ascii.digit(s.text[start + 2])
                || !Ascii.digit(s.text[start + 3])) {
            return 0;
        }
        int length = length(s.text[start], s.text[start + 1]);
        if (length == 0) {
            return 0;
        }
        int count = 0;
        int i = start;
        while (count < length) {
            char c = s.charAt(i);
            if (isUpperOrDigit(c)) {
                count++;
            } else if ((c != ' ' && c != '-') || !isUpperOrDigit(s.charAt(i + 1))) {
                return 0;
            }
            i++;
        }
        if (s.wordAt(i) || remainder(s, start, i) != 1) {
            return 0;
        }
        s.remove(start, i, Placeholder.IBAN);
        return i;
    }

    private static int length(char first, char second) {
        return first < 'A' || second < 'A' ? 0 : BY_COUNTRY[country(first, second)];
    }

    private static int country(char first, char second) {
        return (first - 'A') * 26 + second - 'A';
    }

    private static byte[] byCountry() {
        byte[] lengths = new byte[26 * 26];
        for (int i = 0; i < LENGTHS.length(); i += 4) {
            int length = (LENGTHS.charAt(i + 2) - '0') * 10 + LENGTHS.charAt(i + 3) - '0';
            lengths[country(LENGTHS.charAt(i), LENGTHS.charAt(i + 1))] = (byte) length;
        }
        return lengths;
    }

    private static boolean isUpperOrDigit(char c) {
        return (c >= 'A' && c <= 'Z') || Ascii.digit(c);
    }

    /** The number after the first four characters, followed by those four. */
    private static int remainder(Scan s, int start, int end) {
        int rest = 0;
        for (int i = start + 4; i < end; i++) {
            rest = step(rest, s.text[i]);
        }
        for (int i = start; i < start + 4; i++) {
            rest = step(rest, s.text[i]);
        }
        return rest % 97;
    }

    // divides only before the next step could overflow
    private static int step(int rest, char c) {
        int small = rest < 10_000_000 ? rest : rest % 97;
        if (Ascii.digit(c)) {
            return small * 10 + c - '0';
        }
        return c >= 'A' && c <= 'Z' ? small * 100 + c - 'A' + 10 : small;
    }
}
