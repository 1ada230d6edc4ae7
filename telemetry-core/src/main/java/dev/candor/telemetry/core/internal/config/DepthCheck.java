package dev.candor.telemetry.core.internal.config;

import dev.candor.telemetry.core.ConsentRules.Format;

/**
 * Counts how deep a text is nested, and of how many pieces it is, in one pass and without a stack.
 *
 * <p>A parser that calls itself for each level would overflow the stack long before it reports the depth (tomlj does at
 * about 3,000).
 */
final class DepthCheck {
    private final String text;
    private final Format format;
    private int pieces;

    private DepthCheck(Format format, String text) {
        this.format = format;
        this.text = text;
    }

    static void check(Format format, String text) throws RefusedException {
        if (format == Format.PROPERTIES) {
            return;
        }
        new DepthCheck(format, text).count();
        if (format == Format.YAML) {
            YamlIndent.check(text);
        }
    }

    private void count() throws RefusedException {
        int depth = 0;
        int dots = 0;
        for (int at = 0; at < text.length(); at++) {
            char each = text.charAt(at);
            piece(each, at);
            if (each == '[' || each == '{') {
                limit(++depth, at);
                dots = 0;
            } else if (each == ']' || each == '}') {
                depth = Math.max(0, depth - 1);
                dots = 0;
            } else if (each == '.' && format == Format.TOML) {
                limit(++dots, at);
            } else if (each == '#' && format == Format.TOML) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end - 1;
            } else if (isQuote(each)) {
                at = Quoted.end(text, at, format == Format.TOML);
            } else if (each == '\n' || each == '=' || each == ',') {
                dots = 0;
            }
        }
    }

    private void piece(char each, int at) throws RefusedException {
        if (!begins(each) || ++pieces <= (format == Format.TOML ? Limits.TOML_PIECES : Limits.PIECES)) {
            return;
        }
        String problem = format == Format.TOML
                ? "it holds more than 2,500 keys and values"
                : "it holds more than 8,000 keys and values";
        throw new RefusedException(problem, Quoted.line(text, at));
    }

    /** Each line of YAML may be an item. */
    private boolean begins(char each) {
        if (each == ',' || each == '[' || each == '{') {
            return true;
        }
        return format == Format.TOML
                ? each == '=' || each == '.' || each == ':'
                : format == Format.YAML && each == '\n';
    }

    private void limit(int depth, int at) throws RefusedException {
        if (depth > Limits.DEPTH) {
            throw new RefusedException("it is nested deeper than 64", Quoted.line(text, at));
        }
    }

    /** YAML's plain text may hold a lone quote, so there quotes hide nothing and every bracket counts. */
    private boolean isQuote(char each) {
        return (each == '"' && format != Format.YAML) || (each == '\'' && format == Format.TOML);
    }
}
