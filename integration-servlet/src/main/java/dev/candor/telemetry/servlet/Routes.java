package dev.candor.telemetry.servlet;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The route templates of an application, such as {@code /api/dataset/{name}/{task}:bulk}.
 *
 * <p>Only a template is ever reported, never a path: a path that no template matches, such as a scanner's, has no name at all.
 */
public final class Routes {
    private final List<Template> templates;

    private Routes(List<Template> templates) {
        this.templates = List.copyOf(templates);
    }

    /**
     * Templates in order of preference. A part in braces stands for one path segment, or for the part of one up to the text after it.
     *
     * @throws IllegalArgumentException when a template does not begin with a slash or has an open brace
     */
    public static Routes of(String... templates) {
        List<Template> all = new ArrayList<>();
        for (String template : templates) {
            all.add(new Template(template));
        }
        return new Routes(all);
    }

    /** The template that {@code path} matches, or null. */
    public @Nullable String match(String path) {
        for (Template template : templates) {
            if (template.matches(path)) {
                return template.text;
            }
        }
        return null;
    }

    /** A template as alternating literals and variables; a variable takes at least one character and no slash. */
    private static final class Template {
        private final String text;
        private final List<String> literals = new ArrayList<>();

        Template(String text) {
            if (!text.startsWith("/")) {
                throw new IllegalArgumentException("a route template begins with a slash: '" + text + "'");
            }
            this.text = text;
            int from = 0;
            for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
                int close = text.indexOf('}', open);
                if (close < 0) {
                    throw new IllegalArgumentException("a route template has an open brace: '" + text + "'");
                }
                literals.add(text.substring(from, open));
                from = close + 1;
            }
            literals.add(text.substring(from));
        }

        boolean matches(String path) {
            if (!path.startsWith(literals.get(0))) {
                return false;
            }
            int at = literals.get(0).length();
            for (int i = 1; i < literals.size(); i++) {
                String literal = literals.get(i);
                boolean last = i == literals.size() - 1;
                int next = last ? path.length() - literal.length() : path.indexOf(literal, at + 1);
                if (next <= at
                        || !path.startsWith(literal, next)
                        || path.substring(at, next).indexOf('/') >= 0) {
                    return false;
                }
                at = next + literal.length();
            }
            return at == path.length();
        }
    }
}
