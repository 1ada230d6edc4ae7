package dev.candor.telemetry.core.internal.redaction;

/** Where an assigned value ends, and whether it is one. */
final class Values {

    private static final WordSet NO_VALUES = new WordSet(
            "true false null none nil undefined yes no string str string, int optional any empty required unset "
                    + "missing enabled disabled");
    private static final WordSet PROSE = new WordSet(
            "must should is was are not cannot required invalid missing the a an too expired incorrect wrong "
                    + "field may has have does do expected failed no can could will been cant authentication authorization "
                    + "unauthorized bad please access permission for from to in of on with unknown mismatch denied "
                    + "unexpected");

    private Values() {}

    /** Removes the value that starts at {@code from} when the key's level asks for it; where to go on, or 0. */
    static int remove(Scan s, int keyStart, int from, int level, boolean prose) {
        char c = s.text[from];
        int escaped = c == '\\' && Ascii.quote(s.charAt(from + 1)) ? 1 : 0;
        if (Ascii.quote(s.text[from + escaped])) {
            int start = from + escaped + 1;
            int end = quoteEnd(s, start, s.text[start - 1], escaped == 1);
            return removeIf(s, start, end, level, false) ? end : 0;
        }
        if ((c == '[' && level > SensitiveKeys.HINT) || (c == '{' && level == SensitiveKeys.STRONG)) {
            int end = balanced(s, from);
            s.remove(from + 1, end, Placeholder.SECRET);
            return end;
        }
        if (c == '{' || c == '[') {
            return 0;
        }
        int end = bareEnd(s, from, enclosingQuote(s, keyStart));
        return removeIf(s, from, end, level, prose) ? end : 0;
    }

    private static boolean removeIf(Scan s, int start, int end, int level, boolean prose) {
        if (end <= start || !isValue(s, start, end, level, prose)) {
            return false;
        }
        s.remove(start, end, Placeholder.SECRET);
        return true;
    }

    static boolean isValue(Scan s, int start, int end, int level, boolean prose) {
        if (NO_VALUES.has(s.text, start, end)) {
            return false;
        }
        if (level == SensitiveKeys.HINT) {
            return (s.randomness.in(s.text, start, end, 12) && Uuid.in(s.text, start, end) < 0)
                    || isLongWord(s, start, end);
        }
        if (prose && PROSE.has(s.text, start, end)) {
            return false;
        }
        return level == SensitiveKeys.STRONG || (!isPlain(s, start, end, prose) && !isCode(s, start, end));
    }

    /** A call ({@code lexer.next(}), or an object that is named by its class ({@code a.b.Session@1f2e}). */
    private static boolean isCode(Scan s, int start, int end) {
        int i = start;
        int dots = 0;
        if (s.text[i] == '(') {
            return true;
        }
        while (i < end && (Ascii.letter(s.text[i]) || s.text[i] == '_' || s.text[i] == '.' || s.text[i] == '$')) {
            dots += s.text[i] == '.' ? 1 : 0;
            i++;
        }
        if (i == start || i == end) {
            return false;
        }
        return s.text[i] == '(' || (dots > 0 && s.text[i] == '@' && end - i <= 9);
    }

    /** Letters and digits without a break, longer than names are. */
    private static boolean isLongWord(Scan s, int start, int end) {
        int digits = 0;
        for (int i = start; i < end; i++) {
            if (!Ascii.alnum(s.text[i])) {
                return false;
            }
            digits += Ascii.digit(s.text[i]) ? 1 : 0;
        }
        return end - start >= 24 && digits >= 4 && digits < end - start;
    }

    /** A short number; in prose also a word of small letters. */
    private static boolean isPlain(Scan s, int start, int end, boolean prose) {
        boolean digits = true;
        boolean lower = true;
        for (int i = start; i < end; i++) {
            digits &= Ascii.digit(s.text[i]) || s.text[i] == '.' || s.text[i] == ',';
            lower &= (s.text[i] >= 'a' && s.text[i] <= 'z') || s.text[i] == '-';
        }
        return (digits && end - start <= 9) || (prose && lower) || (prose && end - start < 4);
    }

    /** The end of credentials: the closing quote or bracket around them, the line's end, or, for one word, a blank. */
    static int closing(Scan s, int keyStart, int from, boolean many) {
        char quote = enclosingQuote(s, keyStart);
        int end = from;
        while (end < s.length && s.text[end] != '\n' && s.text[end] != '\r') {
            char c = s.text[end];
            if ((c == '"' && !(many && quote != '"')) || c == quote || c == ']' || (c == '\'' && !many)) {
                break;
            }
            if (!many && (Ascii.space(c) || c == ',')) {
                break;
            }
            end++;
        }
        while (end > from && s.text[end - 1] == '\\') {
            end--;
        }
        return end;
    }

    /** The quote before the key, or before the whole argument that it is in. */
    private static char enclosingQuote(Scan s, int keyStart) {
        char before = s.charAt(keyStart - 1);
        return Ascii.quote(before) ? before : '\0';
    }

    private static int quoteEnd(Scan s, int from, char quote, boolean escaped) {
        int i = from;
        while (i < s.length) {
            char c = s.text[i];
            if (c == quote) {
                return i;
            }
            if (c == '\\') {
                if (escaped && s.charAt(i + 1) == quote) {
                    return i;
                }
                i++;
            } else if (c == '\n' && i - from > 4096) {
                return i;
            }
            i++;
        }
        return Math.min(s.lineEnd(from), s.length);
    }

    /** The bracket that closes the one here, or as far as it is looked for. */
    private static int balanced(Scan s, int from) {
        int depth = 0;
        int limit = Math.min(s.length, from + 8192);
        for (int i = from; i < limit; i++) {
            char c = s.text[i];
            if (c == '[' || c == '{') {
                depth++;
            } else if ((c == ']' || c == '}') && --depth == 0) {
                return i;
            }
        }
        return limit;
    }

    private static int bareEnd(Scan s, int from, char enclosing) {
        int placeholder = Placeholder.endAt(s.text, from, s.length);
        int end = placeholder > 0 ? placeholder : from;
        while (end < s.length && !stops(s, end, enclosing)) {
            end++;
        }
        return trimmed(s, from, end);
    }

    private static boolean stops(Scan s, int i, char enclosing) {
        char c = s.text[i];
        if (Ascii.space(c) || c == enclosing || c == '"') {
            return true;
        }
        char next = s.charAt(i + 1);
        return switch (c) {
            case '\'', '`' -> next == '\0' || Ascii.space(next) || ",;)]}:".indexOf(next) >= 0;
            case ',', ';' -> Ascii.space(next) || startsPair(s, i + 1);
            case '&' -> startsPair(s, i + 1);
            case '<' -> next == '/' || (Placeholder.endAt(s.text, i, s.length) < 0 && next == '!');
            default -> false;
        };
    }

    private static boolean startsPair(Scan s, int from) {
        int i = from;
        while (i < s.length && i - from < 40 && (Ascii.bits(s.text[i]) & Ascii.KEY) != 0) {
            i++;
        }
        return i > from && (s.charAt(i) == '=' || s.charAt(i) == ':');
    }

    /** Without the punctuation and the closing brackets of what is around. */
    private static int trimmed(Scan s, int from, int to) {
        int end = to;
        while (end > from + 1) {
            char c = s.text[end - 1];
            boolean closes = (c == ')' && !has(s, from, end, '('))
                    || (c == ']' && !has(s, from, end, '['))
                    || (c == '}' && !has(s, from, end, '{'));
            boolean ends = c == ',' || c == ';' || c == '\'' || c == '`' || c == '.' || c == '\\';
            if (!closes && !ends) {
                return end;
            }
            end--;
        }
        return end;
    }

    private static boolean has(Scan s, int from, int to, char what) {
        int limit = Math.min(to, from + Scan.REACH);
        for (int i = from; i < limit; i++) {
            if (s.text[i] == what) {
                return true;
            }
        }
        return false;
    }
}
