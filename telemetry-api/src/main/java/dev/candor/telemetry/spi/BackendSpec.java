package dev.candor.telemetry.spi;

import dev.candor.telemetry.Purpose;
import java.util.List;
import java.util.Set;

/**
 * What a backend is called, which settings it reads and what it can carry.
 *
 * <p>A setting {@code s} of backend {@code b} is the config key {@code b_s}, such as {@code sentry_dsn}.
 *
 * @param name lower-case name, such as {@code sentry}
 * @param settings what it reads, the first required one being the one that switches it on
 * @param carries the purposes it can encode
 * @param ownerPurposes the purposes that go to a destination which the tool's user named in their own config; empty where such a
 *     destination takes the place of the maintainer's instead
 */
public record BackendSpec(String name, List<Setting> settings, Set<Purpose> carries, Set<Purpose> ownerPurposes) {

    /** Copies the collections. */
    public BackendSpec {
        settings = List.copyOf(settings);
        carries = Set.copyOf(carries);
        ownerPurposes = Set.copyOf(ownerPurposes);
    }
}
