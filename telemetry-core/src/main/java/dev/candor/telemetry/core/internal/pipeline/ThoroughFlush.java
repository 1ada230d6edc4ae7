package dev.candor.telemetry.core.internal.pipeline;

import dev.candor.telemetry.Delivery;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.internal.consent.ConsentGate;
import dev.candor.telemetry.core.internal.route.Destination;
import java.time.Duration;
import java.util.Map;

/**
 * Delivers what waits because a person asked for it: also to destinations that were to be left alone, and also what another process
 * keeps.
 *
 * <p>What a live process writes is that one's to hand over, and what a killed command left is free after a lease: both are waited for,
 * and nothing is called complete before.
 */
final class ThoroughFlush {
    private static final long PAUSE_MILLIS = 200;

    private final ConsentGate gate;
    private final Parts parts;
    private final LiveTelemetry telemetry;

    ThoroughFlush(ConsentGate gate, Parts parts, LiveTelemetry telemetry) {
        this.gate = gate;
        this.parts = parts;
        this.telemetry = telemetry;
    }

    /** Returns when all is delivered, when the rest cannot be, or when the time is over. */
    Delivery flush(Duration atMost) {
        long deadline = Lifecycle.deadline(atMost);
        parts.delivery().start();
        parts.delivery().retryNow();
        Delivery own = telemetry.flush(Lifecycle.left(deadline));
        long waiting = waiting(own);
        while (own.complete() && waiting > 0 && pause(deadline)) {
            own = telemetry.flush(Lifecycle.left(deadline));
            waiting = waiting(own);
        }
        return new Delivery(own.delivered(), waiting, own.dropped(), own.complete() && waiting == 0);
    }

    /** What this process saw waiting; where it saw nothing, what waits in the whole spool for the destinations that may have it. */
    private long waiting(Delivery own) {
        if (own.waiting() > 0) {
            return own.waiting();
        }
        Map<Long, Long> all = parts.spool().state().waiting();
        long waiting = 0;
        for (Destination destination : parts.plan().destinations()) {
            for (Purpose purpose : destination.purposes()) {
                if (gate.allows(purpose, destination.lane(purpose))) {
                    waiting += all.getOrDefault(destination.fingerprint(purpose), 0L);
                }
            }
        }
        return waiting;
    }

    private static boolean pause(long deadline) {
        long millis = Math.min(PAUSE_MILLIS, Lifecycle.left(deadline).toMillis());
        try {
            Thread.sleep(millis);
            return millis > 0;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
