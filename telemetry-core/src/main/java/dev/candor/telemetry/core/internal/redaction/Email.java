package dev.candor.telemetry.core.internal.redaction;

/** E-mail addresses, with letters of every script and quoted local parts. */
final class Email {

    private Email() {}

    /** The end of the address around this {@code @}, or 0. */
    static int at(Scan s, int at) {
        int start = localStart(s, at);
        int end = domainEnd(s, at + 1);
        if (start == at || end == 0 || Ascii.says(s.text, start, at, "git")) {
            return 0;
        }
        s.remove(start, end, Placeholder.EMAIL);
        return end;
    }

    private static int localStart(Scan s, int at) {
        int start = at;
        if (s.charAt(at - 1) == '"') {
            int stop = Math.max(0, at - 66);
            int i = at - 2;
            while (i > stop && s.text[i] != '"' && s.text[i] != '\n') {
                i--;
            }
            return i >= stop && i < at - 2 && s.charAt(i) == '"' ? i : at;
        }
        while (start > 0 && isLocal(s.text[start - 1])) {
            start--;
        }
        while (start < at && !Ascii.alnum(s.text[start]) && s.text[start] != '_') {
            start++;
        }
        return start;
    }

    private static boolean isLocal(char c) {
        return Ascii.alnum(c) || c == '.' || c == '_' || c == '-' || c == '+' || c == '%' || c == '\'';
    }

    /** The end of a domain whose last label is letters only, or 0. */
    private static int domainEnd(Scan s, int from) {
        int end = from;
        int dots = 0;
        while (end < s.length && (Ascii.alnum(s.text[end]) || s.text[end] == '-' || s.text[end] == '.')) {
            dots += s.text[end] == '.' ? 1 : 0;
            end++;
        }
        while (end > from && !Ascii.alnum(s.text[end - 1])) {
            dots -= s.text[end - 1] == '.' ? 1 : 0;
            end--;
        }
        if (dots < 1 || !s.wordAt(from)) {
            return 0;
        }
        int label = end;
        while (s.text[label - 1] != '.') {
            label--;
        }
        if (end - label < 2 || !isTopLevel(s, label, end) || isScale(s, from, label - 1)) {
            return 0;
        }
        return end;
    }

    private static boolean isTopLevel(Scan s, int from, int to) {
        if (Ascii.startsWith(s.text, from, to, "xn--")) {
            return true;
        }
        for (int i = from; i < to; i++) {
            if (!Ascii.letter(s.text[i])) {
                return false;
            }
        }
        return true;
    }

    /** logo@2x.png */
    private static boolean isScale(Scan s, int from, int to) {
        return to - from == 2 && Ascii.digit(s.text[from]) && s.text[from + 1] == 'x';
    }
}
