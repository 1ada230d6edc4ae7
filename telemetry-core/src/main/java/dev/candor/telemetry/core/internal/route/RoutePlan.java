package dev.candor.telemetry.core.internal.route;

import dev.candor.telemetry.Audience;
import dev.candor.telemetry.Purpose;
import java.util.Arrays;
import java.util.List;

/**
 * All destinations, and what is to be said of the backends that are none.
 *
 * @param destinations where signals go
 * @param notes backends that are not used, one line each
 */
public record RoutePlan(List<Destination> destinations, List<Note> notes) {

    /** Copies the lists. */
    public RoutePlan {
        destinations = List.copyOf(destinations);
        notes = List.copyOf(notes);
    }

    /**
     * Why a backend is not used.
     *
     * @param state {@code missing}, {@code unconfigured}, {@code off} or {@code broken}
     */
    public record Note(String backend, String state, String reason) {}

    /** The lanes of the destinations for signals of {@code purpose} in {@code lane}. */
    public long[] lanes(Purpose purpose, Audience lane) {
        long[] all = new long[destinations.size()];
        int count = 0;
        for (Destination destination : destinations) {
            if (destination.takes(purpose, lane)) {
                all[count++] = destination.fingerprint(purpose);
            }
        }
        return Arrays.copyOf(all, count);
    }
}
