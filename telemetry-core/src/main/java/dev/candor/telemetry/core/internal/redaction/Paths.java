package dev.candor.telemetry.core.internal.redaction;

/** Where a path ends in a text, and what of it may stay: the name of a source file, or what lies below a package root. */
final class Paths {

    private static final WordSet PACKAGE_ROOTS = new WordSet("site-packages dist-packages node_modules");
    private static final WordSet SOURCES = new WordSet(
            "py js ts jsx tsx mjs cjs java kt kts scala groovy clj go rs rb php c cc cpp h hpp cs fs swift lua pl "
                    + "r jl ex exs erl class jar so dll dylib vue pyx");

    private Paths() {}

    /** The end of the path that is going on at {@code from}. */
    static int end(Scan s, int from, char separator, boolean sure) {
        char quote = s.charAt(from - 1);
        if (sure && Ascii.quote(quote)) {
            int closing = closing(s, from, quote);
            if (closing > 0) {
                return closing;
            }
        }
        int end = from;
        while (end < s.length) {
            char c = s.text[end];
            if (c == ' ') {
                if (!sure || !goesOn(s, from, end, separator)) {
                    break;
                }
            } else if (stops(s, from, end)) {
                break;
            }
            end++;
        }
        while (end > from && ".,;:!)]}'".indexOf(s.text[end - 1]) >= 0 && !opened(s, from, end)) {
            end--;
        }
        return end;
    }

    private static int closing(Scan s, int from, char quote) {
        for (int i = from; i < s.length && i - from < 1024; i++) {
            if (s.text[i] == quote) {
                return i;
            }
            if (s.text[i] == '\n') {
                return 0;
            }
        }
        return 0;
    }

    private static boolean stops(Scan s, int from, int i) {
        char c = s.text[i];
        if (Ascii.space(c)) {
            return true;
        }
        return switch (c) {
            case '"', '`', '<', '>', '|', '*', '?' -> true;
            case '\'', ',', ';', '!' -> !s.wordAt(i + 1) || c == ';' || c == ',';
            case ':' -> i != from + 1;
            case ')', ']', '}' -> !opened(s, from, i + 1);
            default -> false;
        };
    }

    private static boolean opened(Scan s, int from, int end) {
        char open = s.text[end - 1] == ')' ? '(' : s.text[end - 1] == ']' ? '[' : s.text[end - 1] == '}' ? '{' : '\0';
        if (open == '\0') {
            return false;
        }
        int stop = Math.max(from, end - Scan.REACH);
        for (int i = end - 2; i >= stop; i--) {
            if (s.text[i] == open) {
                return true;
            }
        }
        return false;
    }

    /** Whether the words after this blank are still a part of the path: within three of them a separator comes. */
    private static boolean goesOn(Scan s, int from, int blank, char separator) {
        if ((blank > from && ".,:;!".indexOf(s.text[blank - 1]) >= 0) || s.charAt(blank - 1) == '\\') {
            return s.charAt(blank - 1) == '\\' && separator == '/';
        }
        int words = 1;
        for (int i = blank + 1; i < s.length && i - blank < 48; i++) {
            char c = s.text[i];
            if (c == separator) {
                return i > blank + 1 && s.text[i - 1] != ' ' && s.charAt(i - 1) != ':';
            }
            if (c == ' ') {
                if (++words > (separator == '\\' ? 3 : 1)) {
                    return false;
                }
            } else if (!Ascii.alnum(c) && "._-()&'+,".indexOf(c) < 0) {
                return false;
            }
        }
        return false;
    }

    /** Removes a path but for what may stay; where to go on. */
    static int remove(Scan s, int start, int end) {
        int kept = keptFrom(s, start, end);
        s.remove(start, kept, Placeholder.PATH);
        return kept;
    }

    /** Where that part starts, with its separator; the end when nothing may stay. */
    private static int keptFrom(Scan s, int start, int end) {
        int last = end;
        while (last > start && !isSeparator(s.text[last - 1])) {
            last--;
        }
        if (last == start || !isPlain(s, last, end)) {
            return end;
        }
        int root = packageRoot(s, start, last);
        if (root > 0) {
            return root - 1;
        }
        int dot = end;
        while (dot > last && s.text[dot - 1] != '.') {
            dot--;
        }
        return dot > last + 1 && SOURCES.has(s.text, dot, end) ? last - 1 : end;
    }

    private static int packageRoot(Scan s, int start, int end) {
        int segmentEnd = end - 1;
        for (int i = end - 2; i > start; i--) {
            if (isSeparator(s.text[i])) {
                if (PACKAGE_ROOTS.has(s.text, i + 1, segmentEnd)) {
                    return i + 1;
                }
                if (!isPlain(s, i + 1, segmentEnd) || end - i > 256) {
                    return 0;
                }
                segmentEnd = i;
            }
        }
        return 0;
    }

    static boolean isSource(Scan s, int from, int to) {
        return SOURCES.has(s.text, from, to);
    }

    private static boolean isPlain(Scan s, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = s.text[i];
            if (c >= 128 || (!Ascii.alnum(c) && c != '.' && c != '_' && c != '-' && c != '@')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSeparator(char c) {
        return c == '/' || c == '\\';
    }
}
