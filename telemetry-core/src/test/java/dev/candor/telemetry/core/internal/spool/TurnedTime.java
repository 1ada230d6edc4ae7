package dev.candor.telemetry.core.internal.spool;

import java.time.Duration;

/** Two clocks that a test turns. */
final class TurnedTime implements Time {

    private long wall = 1_700_000_000_000L;
    private long monotonic = 1_000_000;

    @Override
    public synchronized long wallMillis() {
        return wall;
    }

    @Override
    public synchronized long monotonicMillis() {
        return monotonic;
    }

    synchronized void pass(Duration time) {
        wall += time.toMillis();
        monotonic += time.toMillis();
    }

    synchronized void jump(Duration wallOnly) {
        wall += wallOnly.toMillis();
    }
}
