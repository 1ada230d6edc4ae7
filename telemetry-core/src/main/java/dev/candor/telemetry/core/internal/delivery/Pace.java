package dev.candor.telemetry.core.internal.delivery;

import dev.candor.telemetry.core.internal.delivery.Carrier.Outcome;

/**
 * When a worker sends what waits: full batches at once, all the rest once a second and when somebody asks for it.
 *
 * <p>So a burst does not wait for the second to end, and what comes slowly is still gathered for a second. Guarded by its worker's lock.
 */
final class Pace {
    /** How often the rest is sent. */
    static final long USUAL_NANOS = 1_000_000_000;

    private final long everyNanos;

    /** Whether the rest is sent too, until nothing is left. */
    private boolean all = true;

    private boolean full;
    private long lookNanos;

    Pace(long everyNanos) {
        this.everyNanos = everyNanos;
    }

    /** A full batch came in. */
    void full() {
        full = true;
    }

    boolean isFull() {
        return full;
    }

    /** A step begins; {@code asked} where somebody wants everything to be sent. */
    void begin(boolean asked, long now) {
        full = false;
        all |= asked || now - lookNanos >= 0;
    }

    /** How long the worker rests after a step; 0 where it steps again at once, as it does when {@code asked} meanwhile. */
    long restNanos(Outcome outcome, boolean asked, Carrier carrier, long now) {
        return switch (outcome) {
            case MOVED -> all || asked || carrier.hasFullBatch() ? 0 : Math.max(0, lookNanos - now);
            case WAITING -> {
                all = true;
                yield carrier.waitNanos();
            }
            case IDLE, OVER -> {
                all = false;
                lookNanos = now + everyNanos;
                yield everyNanos;
            }
        };
    }
}
