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
    private final List<Route> templates;

    private Routes(List<Route> templates) {
        this.templates = List.copyOf(templates);
    }

    /**
     * Templates in order of preference. A part in braces stands for one path segment, or for the part of one up to the text after it.
     *
     * @throws IllegalArgumentException when a template does not begin with a slash or has an open brace
     */
    public static Routes of(String... templates) {
        List<Route> all = new ArrayList<>();
        for (String template : templates) {
            all.add(Route.of(template));
        }
        return new Routes(all);
    }

    /** The template that {@code path} matches, or null. */
    public @Nullable String match(String path) {
        Route route = find(path);
        return route == null ? null : route.template();
    }

    /** The route of {@code path}, or null. */
    @Nullable
    Route find(String path) {
        for (Route route : templates) {
            if (route.matches(path)) {
                return route;
            }
        }
        return null;
    }
}
