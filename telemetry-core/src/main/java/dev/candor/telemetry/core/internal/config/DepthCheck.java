package dev.candor.telemetry.core.internal.config;

import dev.candor.telemetry.core.ConsentRules.Format;

/**
 * Counts how deep a text is nested, in one pass and without a stack.
 *
 * <p>A parser that calls itself for each level would overflow the stack long before it reports the depth (tomlj does at
 * about 3,000).
 */
final class DepthCheck {
    private final String text;
    private final Format format;
    private int at;
    private int line = 1;

    private DepthCheck(Format format, String text) {
        this.format = format;
        this.text = text;
    }

    static void check(Format format, String text) throws RefusedException {
        if (format == Format.PROPERTIES) {
            return;
        }
        new DepthCheck(format, text).brackets();
        if (format == Format.YAML) {
            YamlIndent.check(text);
        }
    }

    private void brackets() throws RefusedException {
        int depth = 0;
        int dots = 0;
        for (; at < text.length(); at++) {
            char each = text.charAt(at);
            if (each == '\n') {
                line++;
                dots = 0;
            } else if (each == '[' || each == '{') {
                limit(++depth);
                dots = 0;
            } else if (each == ']' || each == '}') {
                depth = Math.max(0, depth - 1);
                dots = 0;
            } else if (each == '.') {
                limit(format == Format.TOML ? ++dots : 0);
            } else if (each == '#' && format == Format.TOML) {
                at = endOfLine() - 1;
            } else if (isQuote(each)) {
                skipString(each);
            } else if (each == '=' || each == ',') {
                dots = 0;
            }
        }
    }

    private void limit(int depth) throws RefusedException {
        if (depth > Limits.DEPTH) {
            throw new RefusedException("it is nested deeper than 64", line);
        }
    }

    /** YAML's plain text may hold a lone quote, so there quotes hide nothing and every bracket counts. */
    private boolean isQuote(char each) {
        return (each == '"' && format != Format.YAML) || (each == '\'' && format == Format.TOML);
    }

    private void skipString(char quote) {
        boolean multi = format == Format.TOML && text.startsWith(quote == '"' ? "\"\"\"" : "'''", at);
        boolean escapes = quote == '"';
        at += multi ? 3 : 1;
        for (; at < text.length(); at++) {
            char each = text.charAt(at);
            if (each == '\\' && escapes) {
                at++;
            } else if (each == '\n') {
                line++;
                if (!multi) {
                    return;
                }
            } else if (each == quote && (!multi || text.startsWith(quote == '"' ? "\"\"\"" : "'''", at))) {
                at += multi ? 2 : 0;
                return;
            }
        }
    }

    private int endOfLine() {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }
}
