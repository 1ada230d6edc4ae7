package dev.candor.telemetry.servlet;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A route by its template, as alternating literals and variables; a variable takes at least one character and no slash.
 *
 * <p>What a request is called is kept for each method: a name that is the same object each time is told from others at one look. Safe for
 * use by several threads.
 */
final class Route {
    private final String template;
    private final List<String> literals;
    /** By {@link Method}; two threads may both put one in, and these are equal. */
    private final @Nullable String[] names = new @Nullable String[Method.COUNT];

    private Durations.@Nullable Latest latest;

    private Route(String template, List<String> literals) {
        this.template = template;
        this.literals = literals;
    }

    /** The route of a template. */
    static Route of(String template) {
        if (!template.startsWith("/")) {
            throw new IllegalArgumentException("a route template begins with a slash: '" + template + "'");
        }
        List<String> literals = new ArrayList<>();
        int from = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', from)) {
            int close = template.indexOf('}', open);
            if (close < 0) {
                throw new IllegalArgumentException("a route template has an open brace: '" + template + "'");
            }
            literals.add(template.substring(from, open));
            from = close + 1;
        }
        literals.add(template.substring(from));
        return new Route(template, literals);
    }

    /** The route of a servlet's mapping, which the container has matched. */
    static Route mapped(String pattern) {
        return new Route(pattern, List.of());
    }

    String template() {
        return template;
    }

    /** What a request is called. */
    @SuppressWarnings("EnumOrdinal") // asked for every request
    String name(Method method) {
        String known = names[method.ordinal()];
        if (known == null) {
            known = method.name() + " " + template;
            names[method.ordinal()] = known;
        }
        return known;
    }

    /** Where the last request was counted; null before the first. Any thread's may be the last one. */
    Durations.@Nullable Latest latest() {
        return latest;
    }

    void latest(Durations.Latest used) {
        latest = used;
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
