package dev.candor.telemetry.core.internal.redaction;

/** Characters that hide text from a reader of ASCII: invisible ones, and letters that look like others. */
final class Lookalikes {

    private static final String CYRILLIC =
            "\u0430\u0441\u0435\u043E\u0440\u0445\u0443\u0456\u0458\u0455\u0501\u04BB\u04CF\u0410\u0412\u0415\u041A\u041C\u041D\u041E\u0420\u0421\u0422\u0423\u0425\u0406\u0408\u0405";
    private static final String CYRILLIC_AS = "aceopxyijsdhlABEKMHOPCTYXIJS";
    private static final String GREEK =
            "\u03BF\u03B1\u03BD\u03B9\u03BA\u0391\u0392\u0395\u0396\u0397\u0399\u039A\u039C\u039D\u039F\u03A1\u03A4\u03A5\u03A7";
    private static final String GREEK_AS = "oavikABEZHIKMNOPTYX";
    private static final String MARKS =
            "\u2024\u2027\u2219\u00B7\u3002\uFE52\u2044\u2215\u29F8\uFF1A\uFE55\u02D0\uA789\u2236\uFF1D\uFE66\uFF20\uFE6B\u2010\u2011\u2012\u2013\u2014\u2212\uFE63";
    private static final String MARKS_AS = "......" + "///" + ":::::" + "==" + "@@" + "-------";

    private static final char FIRST_LETTER = '\u0370';
    private static final char LAST_LETTER = '\u052F';
    private static final char[] LETTERS = letters();

    private Lookalikes() {}

    private static char[] letters() {
        char[] letters = new char[LAST_LETTER - FIRST_LETTER + 1];
        for (char c = FIRST_LETTER; c <= LAST_LETTER; c++) {
            char folded = fold(c, CYRILLIC, CYRILLIC_AS);
            letters[c - FIRST_LETTER] = folded == c ? fold(c, GREEK, GREEK_AS) : folded;
        }
        return letters;
    }

    /** Whether a letter in the range stands for another. */
    static boolean in(char[] text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (text[i] >= 128 && fold(text[i]) != text[i]) {
                return true;
            }
        }
        return false;
    }

    /** Whether a mark is invisible or stands for another. */
    static boolean hides(char c) {
        return invisible(c) || fold(c) != c;
    }

    static boolean invisible(char c) {
        if (c < ' ') {
            return c != '\n' && c != '\r' && c != '\t';
        }
        return c == 0x7F
                || c == 0xAD
                || c == 0x34F
                || c == 0x61C
                || c == 0x180E
                || (c >= 0x200B && c <= 0x200F)
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2060 && c <= 0x206F)
                || (c >= 0xFE00 && c <= 0xFE0F)
                || c == 0xFEFF;
    }

    /** The ASCII character that this one looks like, or itself. */
    static char fold(char c) {
        if (c < 128) {
            return c;
        }
        if (c >= 0xFF01 && c <= 0xFF5E) {
            return (char) (c - 0xFEE0);
        }
        if (c < FIRST_LETTER || c > LAST_LETTER) {
            // before the marks that look like others come Latin letters, behind the last of them the letters of Asia
            return c == '\u00B7' || (c >= '\u02D0' && c <= '\u3002') || c >= '\uA789' ? fold(c, MARKS, MARKS_AS) : c;
        }
        return LETTERS[c - FIRST_LETTER];
    }

    /** The ASCII letter or digit of a mathematical alphabet, or -1. */
    static int foldPair(char high, char low) {
        if (!Character.isSurrogatePair(high, low)) {
            return -1;
        }
        int point = Character.toCodePoint(high, low);
        if (point >= 0x1D7CE && point <= 0x1D7FF) {
            return '0' + (point - 0x1D7CE) % 10;
        }
        if (point < 0x1D400 || point > 0x1D6A3) {
            return -1;
        }
        int letter = (point - 0x1D400) % 52;
        return letter < 26 ? 'A' + letter : 'a' + letter - 26;
    }

    private static char fold(char c, String from, String to) {
        int at = from.indexOf(c);
        return at < 0 ? c : to.charAt(at);
    }
}
