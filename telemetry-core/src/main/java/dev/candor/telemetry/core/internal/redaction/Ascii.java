package dev.candor.telemetry.core.internal.redaction;

/** Classes of characters, and comparisons in place. */
final class Ascii {

    static final int UPPER = 1;
    static final int LOWER = 2;
    static final int DIGIT = 4;
    /** A letter that is no hexadecimal digit. */
    static final int NOT_HEX = 8;
    /** What base64 and its URL variant are written with, but for the padding. */
    static final int RUN = 16;
    /** What a key is written with. */
    static final int KEY = 32;

    static final int SPACE = 64;
    static final int WIDE = 128;
    /** What may stand between the groups of a telephone number. */
    static final int GROUPS = 256;
    /** What a decoded view may write otherwise: escapes, and characters that nobody sees. */
    static final int CODED = 512;

    static final int ALNUM = UPPER | LOWER | DIGIT;

    private static final short[] BITS = bits();

    private Ascii() {}

    private static short[] bits() {
        short[] bits = new short[128];
        for (int c = 0; c < 128; c++) {
            int b = 0;
            if (c >= 'A' && c <= 'Z') {
                b = UPPER | RUN | KEY | (c > 'F' ? NOT_HEX : 0);
            } else if (c >= 'a' && c <= 'z') {
                b = LOWER | RUN | KEY | (c > 'f' ? NOT_HEX : 0);
            } else if (c >= '0' && c <= '9') {
                b = DIGIT | RUN | KEY;
            } else if (c == '_' || c == '-') {
                b = RUN | KEY;
            } else if (c == '.' || c == '$') {
                b = KEY;
            } else if (c == '+' || c == '/') {
                b = RUN;
            } else if (c <= ' ' || c == 127) {
                b = SPACE;
            }
            bits[c] = (short) (b | (groups((char) c) ? GROUPS : 0) | (coded((char) c) ? CODED : 0));
        }
        return bits;
    }

    private static boolean groups(char c) {
        return c == ' ' || c == '-' || c == '.' || c == '(' || c == ')' || c == '/';
    }

    private static boolean coded(char c) {
        boolean unseen = (c < ' ' && c != '\n' && c != '\r' && c != '\t') || c == 0x7F;
        return unseen || c == '%' || c == '&' || c == '\\';
    }

    static int bits(char c) {
        return c < 128 ? BITS[c] : wide(c);
    }

    /** The same of a character that is known to be ASCII. */
    static int plainBits(char c) {
        return BITS[c];
    }

    private static int wide(char c) {
        if (Character.isLetterOrDigit(c)) {
            return LOWER | NOT_HEX | KEY | WIDE;
        }
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85 ? SPACE | WIDE : WIDE;
    }

    static boolean alnum(char c) {
        return (bits(c) & ALNUM) != 0;
    }

    static boolean letter(char c) {
        return (bits(c) & (UPPER | LOWER)) != 0;
    }

    static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean hex(char c) {
        return hexValue(c) >= 0;
    }

    static int hexValue(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        int low = c | 0x20;
        return low >= 'a' && low <= 'f' ? low - 'a' + 10 : -1;
    }

    static boolean space(char c) {
        return (bits(c) & SPACE) != 0;
    }

    static boolean quote(char c) {
        return c == '"' || c == '\'' || c == '`';
    }

    static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c;
    }

    static boolean startsWith(char[] chars, int from, int length, String what) {
        int n = what.length();
        if (from < 0 || from + n > length) {
            return false;
        }
        for (int i = 0; i < n; i++) {
            if (chars[from + i] != what.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the range says {@code lowercase}, in any case. */
    static boolean says(char[] chars, int from, int to, String lowercase) {
        if (to - from != lowercase.length()) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (lower(chars[i]) != lowercase.charAt(i - from)) {
                return false;
            }
        }
        return true;
    }
}
