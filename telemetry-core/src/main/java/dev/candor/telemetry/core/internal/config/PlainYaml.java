package dev.candor.telemetry.core.internal.config;

import org.jspecify.annotations.Nullable;

/**
 * Reads YAML that is no more than comments and {@code key: value} with plain or quoted values of one line, in sections of
 * one level.
 *
 * <p>Answers exactly as the parser would, or declines; see {@link PlainToml}.
 */
final class PlainYaml {
    private static final int LONGEST_KEY = 100;

    private final String text;
    private final Collected collected = new Collected();
    /** The key above without a value: a section if deeper lines follow, else nothing. */
    private @Nullable String open;

    private int openLine;
    private String section = "";
    private int indent;
    private int line;

    PlainYaml(String text) {
        this.text = text;
    }

    /** Refuses a text that was cut off after a key: YAML would take the missing value for nothing. */
    static void requireEnd(String text) throws RefusedException {
        String last = text.substring(text.lastIndexOf('\n') + 1).strip();
        if (last.endsWith(":") && !last.startsWith("#")) {
            throw new RefusedException("it ends within a line", 0);
        }
    }

    /** What YAML takes for nothing when it is not quoted. */
    static boolean isNull(String plain) {
        return plain.isEmpty()
                || plain.equals("~")
                || plain.equals("null")
                || plain.equals("Null")
                || plain.equals("NULL");
    }

    /** The entries; null when the parser has to read it. */
    @Nullable
    Content scan() throws RefusedException {
        for (int at = 0; at < text.length(); ) {
            int end = text.indexOf('\n', at);
            end = end < 0 ? text.length() : end;
            line++;
            if (!line(at, end)) {
                return null;
            }
            at = end + 1;
        }
        closeOpen();
        return collected.content();
    }

    private boolean line(int start, int end) throws RefusedException {
        int at = start;
        while (at < end && text.charAt(at) == ' ') {
            at++;
        }
        if (at == end || text.charAt(at) == '#') {
            return true;
        }
        return level(at - start) && pair(at, end);
    }

    private boolean level(int spaces) throws RefusedException {
        if (spaces == 0) {
            closeOpen();
            section = "";
            indent = 0;
            return true;
        }
        if (open != null && section.isEmpty()) {
            section = open;
            indent = spaces;
            open = null;
            collected.add(section, Entry.Kind.OTHER, "", openLine);
            return true;
        }
        closeOpen();
        return spaces == indent;
    }

    private void closeOpen() throws RefusedException {
        String key = open;
        open = null;
        if (key != null) {
            collected.add(key, Entry.Kind.NOTHING, "", openLine);
        }
    }

    private boolean pair(int at, int end) throws RefusedException {
        int colon = at;
        while (colon < end && PlainToml.isKey(text.charAt(colon))) {
            colon++;
        }
        boolean key = colon > at && colon - at <= LONGEST_KEY && text.charAt(at) != '-';
        if (!key || colon == end || text.charAt(colon) != ':') {
            return false;
        }
        String name = Collected.join(section, text.substring(at, colon));
        int value = colon + 1;
        while (value < end && text.charAt(value) == ' ') {
            value++;
        }
        if (value == end || (text.charAt(value) == '#' && value > colon + 1)) {
            open = name;
            openLine = line;
            return true;
        }
        return value > colon + 1 && value(name, value, end);
    }

    private boolean value(String key, int at, int end) throws RefusedException {
        char first = text.charAt(at);
        if (first == '"' || first == '\'') {
            int close = text.indexOf(first, at + 1);
            if (close < 0 || close >= end || !isEnd(close + 1, end)) {
                return false;
            }
            String value = text.substring(at + 1, close);
            return isPrintable(value) && value.indexOf('\\') < 0 && collected.scalar(key, value, line);
        }
        int stop = at;
        while (stop < end && isPlain(text.charAt(stop))) {
            stop++;
        }
        String value = text.substring(at, stop);
        if (!isWordLike(first) || value.endsWith(":") || !isEnd(stop, end)) {
            return false;
        }
        boolean nothing = isNull(value);
        collected.add(key, nothing ? Entry.Kind.NOTHING : Entry.Kind.SCALAR, nothing ? "" : value, line);
        return true;
    }

    private boolean isEnd(int at, int end) {
        int next = at;
        while (next < end && text.charAt(next) == ' ') {
            next++;
        }
        return next == end || (next > at && text.charAt(next) == '#');
    }

    private static boolean isPrintable(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < ' ' || value.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    private static boolean isWordLike(char each) {
        return (PlainToml.isKey(each) && each != '-') || each == '/' || each == '.';
    }

    private static boolean isPlain(char each) {
        return PlainToml.isKey(each) || "./:@+=%".indexOf(each) >= 0;
    }
}
