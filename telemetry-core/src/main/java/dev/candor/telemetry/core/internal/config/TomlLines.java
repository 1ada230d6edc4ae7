package dev.candor.telemetry.core.internal.config;

import java.util.HashSet;
import java.util.Set;

/**
 * Refuses a text whose lines cannot be TOML, at the first of them.
 *
 * <p>tomlj recovers from each error and goes on, which for 64 KiB of errors takes hundreds of megabytes.
 */
final class TomlLines {
    private final String text;
    private final Set<String> keys = new HashSet<>();
    private int table;

    private TomlLines(String text) {
        this.text = text;
    }

    static void check(String text) throws RefusedException {
        TomlLines lines = new TomlLines(text);
        for (int at = 0; at < text.length(); ) {
            at = lines.line(at) + 1;
        }
    }

    /** The index of the line end, after the values that go on over several lines. */
    private int line(int start) throws RefusedException {
        int at = start;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        if (at == text.length() || text.charAt(at) == '\n') {
            return at;
        }
        char first = text.charAt(at);
        boolean pair = PlainToml.isKey(first) || first == '"' || first == '\'';
        if (!pair && first != '[' && first != '#') {
            throw refused("it is not valid TOML", at);
        }
        table += first == '[' ? 1 : 0;
        return pair ? pair(at) : end(at);
    }

    private int pair(int start) throws RefusedException {
        int at = start;
        while (at < text.length() && text.charAt(at) != '=') {
            char each = text.charAt(at);
            if (each == '\n' || each == '#') {
                throw refused("it is not valid TOML", start);
            }
            at = each == '"' || each == '\'' ? Quoted.end(text, at, false) + 1 : at + 1;
        }
        if (at >= text.length()) {
            throw refused("it is not valid TOML", start);
        }
        // The same words under the same header are the same key, whatever they mean.
        if (!keys.add(table + " " + text.substring(start, at).strip())) {
            throw refused("a key is there twice", start);
        }
        return end(at + 1);
    }

    private int end(int start) {
        int depth = 0;
        int at = start;
        for (; at < text.length(); at++) {
            char each = text.charAt(at);
            if (each == '\n' && depth <= 0) {
                return at;
            } else if (each == '[' || each == '{') {
                depth++;
            } else if (each == ']' || each == '}') {
                depth--;
            } else if (each == '#') {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() - 1 : end - 1;
            } else if (each == '"' || each == '\'') {
                at = Quoted.end(text, at, true);
            }
        }
        return at;
    }

    private RefusedException refused(String problem, int at) {
        return new RefusedException(problem, Quoted.line(text, at));
    }
}
