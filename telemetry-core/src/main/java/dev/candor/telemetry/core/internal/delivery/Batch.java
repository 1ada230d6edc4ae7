package dev.candor.telemetry.core.internal.delivery;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.internal.spool.RouteReader;
import dev.candor.telemetry.spi.Signal;
import java.util.List;
import java.util.Set;

/**
 * The oldest frames of one lane, read.
 *
 * @param reader where they wait until they are settled
 * @param signals what they hold
 * @param purposes why they were collected
 */
record Batch(RouteReader reader, List<Signal> signals, Set<Purpose> purposes) {

    /** What is left of it without the first {@code count}. */
    Batch after(int count) {
        return new Batch(reader, signals.subList(count, signals.size()), purposes);
    }

    /** Whether all of it may be sent now. */
    boolean allowedBy(ConsentCheck consent) {
        for (Purpose purpose : purposes) {
            if (!consent.allows(purpose)) {
                return false;
            }
        }
        return true;
    }
}
