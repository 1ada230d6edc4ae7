package dev.candor.telemetry.core.internal.redaction;

/** Four octets that are an address and no version. */
final class Ipv4 {

    private static final String[] VERSION_WORDS = {
        "version", "versions", "ver", "v", "release", "jdk", "java", "jre", "chrome", "chromium", "firefox", "safari",
        "edg", "edge", "opr", "tomcat", "runtime", "build", "assembly", "driver", "firmware", "upgrade", "dll", "agent"
    };

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
        while (i > stop && " :=\"'(/,".indexOf(s.text[i - 1]) >= 0) {
            i--;
        }
        int end = i;
        while (i > 0 && end - i < 16 && Ascii.letter(s.text[i - 1])) {
            i--;
        }
        int token = i;
        for (int k = i; k < end; k = Math.max(k + 1, SensitiveKeys.tokenEnd(s.text, k, end))) {
            token = k;
        }
        return Ascii.saysAny(s.text, i, end, VERSION_WORDS) || Ascii.saysAny(s.text, token, end, VERSION_WORDS);
    }
}
