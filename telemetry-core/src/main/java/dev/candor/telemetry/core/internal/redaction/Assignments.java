package dev.candor.telemetry.core.internal.redaction;

/** A key, a separator and a value, in the notations of programs, configurations, JSON, YAML and headers. */
final class Assignments {

    private static final WordSet COOKIES = new WordSet("cookie set-cookie cookies setcookie set_cookie");
    private static final WordSet AUTHORIZATIONS =
            new WordSet("authorization proxy-authorization authorisation x-authorization authentication");

    private Assignments() {}

    /** Where the value ends that is assigned by the separator here, or 0 when its key is none of ours. */
    static int at(Scan s, int separator) {
        int keyEnd = keyEnd(s, separator);
        int keyStart = keyEnd;
        while (keyStart > 0 && keyEnd - keyStart < Scan.REACH && isKey(s.text[keyStart - 1])) {
            keyStart--;
        }
        if (keyStart == keyEnd) {
            return 0;
        }
        int level = SensitiveKeys.of(s.text, keyStart, keyEnd);
        if (level > SensitiveKeys.NONE && s.text[separator] == ':' && isPlace(s, keyStart, separator)) {
            return 0;
        }
        if (level == SensitiveKeys.NONE) {
            level = namedElsewhere(s, keyStart, keyEnd);
            if (level == SensitiveKeys.NONE) {
                return 0;
            }
        }
        int from = valueStart(s, separator);
        if (from >= s.length) {
            return 0;
        }
        if (AUTHORIZATIONS.has(s.text, keyStart, keyEnd)) {
            return Headers.authorization(s, keyStart, from);
        }
        if (COOKIES.has(s.text, keyStart, keyEnd)) {
            int end = Headers.cookies(s, from);
            if (end > 0) {
                return end;
            }
        }
        boolean prose = s.text[separator] == ':' && from > separator + 1 && !Ascii.quote(s.charAt(keyEnd));
        return Values.remove(s, keyStart, from, level, prose);
    }

    /** A line of a source file ({@code Token.java:12}), or the version behind coordinates ({@code g:token:1.2}). */
    private static boolean isPlace(Scan s, int keyStart, int colon) {
        if (!Ascii.digit(s.charAt(colon + 1))) {
            return false;
        }
        if (s.charAt(keyStart - 1) == ':' && s.wordBefore(keyStart - 1)) {
            int i = colon + 1;
            while (Ascii.digit(s.charAt(i)) && i - colon < 8) {
                i++;
            }
            return s.charAt(i) == '.' && Ascii.digit(s.charAt(i + 1));
        }
        int dot = colon;
        while (dot > keyStart && Ascii.letter(s.text[dot - 1])) {
            dot--;
        }
        return dot > keyStart && s.text[dot - 1] == '.' && Paths.isSource(s, dot, colon);
    }

    private static boolean isKey(char c) {
        return (Ascii.bits(c) & Ascii.KEY) != 0;
    }

    private static boolean isOperator(char c) {
        return c == ':' || c == '=' || c == '!' || c == '?' || c == '+';
    }

    /** Steps back over the operator, blanks, a closing quote and a closing bracket. */
    private static int keyEnd(Scan s, int separator) {
        int i = separator;
        while (i > 0 && separator - i < 3 && isOperator(s.text[i - 1])) {
            i--;
        }
        int blanks = i;
        while (i > 0 && blanks - i < 24 && (s.text[i - 1] == ' ' || s.text[i - 1] == '\t')) {
            i--;
        }
        if (s.charAt(i - 1) == ']' || s.charAt(i - 1) == ')') {
            i--;
        }
        if (i > 0 && Ascii.quote(s.text[i - 1])) {
            i--;
            if (s.charAt(i - 1) == '\\') {
                i--;
            }
        }
        return i;
    }

    private static int valueStart(Scan s, int separator) {
        int i = separator + 1;
        while (i < s.length && i - separator < 4 && (s.text[i] == '=' || s.text[i] == '>' || s.text[i] == '~')) {
            i++;
        }
        return s.blanks(i, 64);
    }

    /** The level of {@code X} in {@code name="X" value="…"}, also in JSON and YAML. */
    private static int namedElsewhere(Scan s, int keyStart, int keyEnd) {
        if (!Ascii.says(s.text, lastToken(s, keyStart, keyEnd), keyEnd, "value")) {
            return SensitiveKeys.NONE;
        }
        int stop = Math.max(0, keyStart - Scan.REACH);
        int end = keyStart;
        while (end > stop && !isKey(s.text[end - 1])) {
            end--;
        }
        int start = end;
        while (start > stop && isKey(s.text[start - 1])) {
            start--;
        }
        int i = start;
        while (i > stop && " :=\"'\t\\".indexOf(s.text[i - 1]) >= 0) {
            i--;
        }
        int name = i;
        while (name > stop && Ascii.letter(s.text[name - 1])) {
            name--;
        }
        boolean names = Ascii.says(s.text, name, i, "name")
                || Ascii.says(s.text, name, i, "key")
                || Ascii.says(s.text, name, i, "variable");
        return names ? SensitiveKeys.of(s.text, start, end) : SensitiveKeys.NONE;
    }

    private static int lastToken(Scan s, int start, int end) {
        int i = end;
        while (i > start && Ascii.letter(s.text[i - 1])) {
            i--;
        }
        return i;
    }
}
