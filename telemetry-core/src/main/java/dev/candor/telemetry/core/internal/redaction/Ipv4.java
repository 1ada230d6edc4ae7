package dev.candor.telemetry.core.internal.redaction;

/** Four octets that are an address and no version. */
final class Ipv4 {

    private static final WordSet VERSION_WORDS = new WordSet(
            "version versions ver v release jdk java jre chrome chromium firefox safari edg edge opr tomcat "
                    + "runtime build assembly driver firmware upgrade dll agent");

    private Ipv4() {}

    /** The end of an address that starts here, by its digits alone, or 0. */
    static int end(Scan s, int start) {
        int i = start;
        for (int octet = 0; octet < 4; octet++) {
            if (octet > 0 && s.charAt(i++) != '.') {
                return 0;
            }
            int value = 0;
            int from = i;
            while (i - from < 4 && Ascii.digit(s.charAt(i))) {
                value = value * 10 + s.text[i++] - '0';
            }
            if (i == from || i - from > 3 || value > 255) {
                return 0;
            }
        }
        return i;
    }

    /** Removes the address that starts here; its end, or 0. */
    static int at(Scan s, int start) {
        int end = end(s, start);
        if (end == 0 || !ends(s, end) || !starts(s, start)) {
            return 0;
        }
        s.remove(start, end, Placeholder.IP);
        return end;
    }

    private static boolean ends(Scan s, int end) {
        char next = s.charAt(end);
        boolean more = s.wordAt(end + 1);
        return !Ascii.alnum(next) && next != '_' && next != '+' && !((next == '.' || next == '-') && more);
    }

    private static boolean starts(Scan s, int start) {
        char before = s.charAt(start - 1);
        if (before == '.' || before == '_' || before == '+' || (before == '-' && s.wordBefore(start - 1))) {
            return false;
        }
        if (before == '@' && s.text[start + 1] == '.') {
            return false;
        }
        return !(before == ':' && isCoordinate(s, start - 1)) && !followsVersionWord(s, start);
    }

    /** group:artifact:1.2.3.4 */
    private static boolean isCoordinate(Scan s, int colon) {
        int i = colon;
        int stop = Math.max(0, colon - Scan.REACH);
        while (i > stop && (Ascii.bits(s.text[i - 1]) & Ascii.KEY) != 0) {
            i--;
        }
        return i > stop && i < colon && s.text[i - 1] == ':' && s.wordBefore(i - 1);
    }

    private static boolean followsVersionWord(Scan s, int start) {
        int i = start;
        int stop = Math.max(0, start - 6);
        boolean range = false;
        while (i > stop && " :=\"'(/,><~^".indexOf(s.text[i - 1]) >= 0) {
            range |= s.text[i - 1] == '~' || s.text[i - 1] == '^' || (s.text[i - 1] == '=' && s.charAt(i - 2) == '=');
            i--;
        }
        int end = i;
        while (i > 0 && end - i < 48 && (Ascii.bits(s.text[i - 1]) & Ascii.KEY) != 0) {
            i--;
        }
        int token = i;
        while (token < end) {
            int next = SensitiveKeys.tokenEnd(s.text, token, end);
            if (VERSION_WORDS.has(s.text, token, next) || begins(s, token, next)) {
                return true;
            }
            token = Math.max(next, token + 1);
        }
        return range;
    }

    private static boolean begins(Scan s, int token, int end) {
        return end - token > 7 && Ascii.says(s.text, token, token + 7, "version");
    }
}
