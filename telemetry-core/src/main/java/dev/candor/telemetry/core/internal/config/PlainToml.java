package dev.candor.telemetry.core.internal.config;

import org.jspecify.annotations.Nullable;

/**
 * Reads TOML that is no more than comments, {@code [section]} and {@code key = value} with a plain string, truth value or
 * whole number.
 *
 * <p>A TOML parser costs a short command more than all the rest of Candor. This answers exactly as the parser would, or
 * declines.
 */
final class PlainToml {
    private final String text;
    private final Collected collected = new Collected();
    private String section = "";
    private int line;

    PlainToml(String text) {
        this.text = text;
    }

    /** The entries; null when the parser has to read it. */
    @Nullable
    Content scan() throws RefusedException {
        for (int at = 0; at < text.length(); ) {
            int end = text.indexOf('\n', at);
            end = end < 0 ? text.length() : end;
            line++;
            if (!line(skipBlanks(at, end), end)) {
                return null;
            }
            at = end + 1;
        }
        return collected.content();
    }

    private boolean line(int at, int end) throws RefusedException {
        if (at == end || text.charAt(at) == '#') {
            return true;
        }
        if (text.charAt(at) == '[') {
            int start = skipBlanks(at + 1, end);
            int stop = endOfKey(start, end);
            int close = skipBlanks(stop, end);
            if (stop == start || close == end || text.charAt(close) != ']' || !isEnd(close + 1, end)) {
                return false;
            }
            section = text.substring(start, stop);
            collected.add(section, Entry.Kind.OTHER, "", line);
            return true;
        }
        int stop = endOfKey(at, end);
        int equals = skipBlanks(stop, end);
        if (stop == at || equals == end || text.charAt(equals) != '=') {
            return false;
        }
        return value(Collected.join(section, text.substring(at, stop)), skipBlanks(equals + 1, end), end);
    }

    private boolean value(String key, int at, int end) throws RefusedException {
        if (at == end) {
            return false;
        }
        char first = text.charAt(at);
        if (first == '"' || first == '\'') {
            int close = text.indexOf(first, at + 1);
            if (close < 0 || close >= end || !isEnd(close + 1, end)) {
                return false;
            }
            String value = text.substring(at + 1, close);
            return value.indexOf('\\') < 0 && collected.scalar(key, value, line);
        }
        int stop = at;
        while (stop < end && text.charAt(stop) > ' ' && text.charAt(stop) != '#') {
            stop++;
        }
        String word = text.substring(at, stop);
        boolean plain = word.equals("true") || word.equals("false") || isWholeNumber(word);
        return plain && isEnd(stop, end) && collected.scalar(key, word, line);
    }

    static boolean isWholeNumber(String word) {
        if (word.isEmpty() || word.length() > 15 || (word.charAt(0) == '0' && word.length() > 1)) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) < '0' || word.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private boolean isEnd(int at, int end) {
        int next = skipBlanks(at, end);
        return next == end || text.charAt(next) == '#';
    }

    private int endOfKey(int at, int end) {
        int stop = at;
        while (stop < end && isKey(text.charAt(stop))) {
            stop++;
        }
        return stop;
    }

    static boolean isKey(char each) {
        return (each >= 'a' && each <= 'z')
                || (each >= 'A' && each <= 'Z')
                || (each >= '0' && each <= '9')
                || each == '_'
                || each == '-';
    }

    private int skipBlanks(int at, int end) {
        int next = at;
        while (next < end && (text.charAt(next) == ' ' || text.charAt(next) == '\t')) {
            next++;
        }
        return next;
    }
}
