package dev.candor.telemetry.core.internal.route;

import dev.candor.telemetry.Purpose;
import java.util.Map;
import java.util.Set;

/**
 * A destination that the tool's code names.
 *
 * @param backend the backend's name
 * @param settings values by setting name
 * @param purposes what goes there
 */
public record Maintainer(String backend, Map<String, String> settings, Set<Purpose> purposes) {

    /** Copies the collections. */
    public Maintainer {
        settings = Map.copyOf(settings);
        purposes = Set.copyOf(purposes);
    }
}
