package dev.candor.telemetry.core.internal.spool;

import java.time.Clock;

/** The two clocks a spool needs: one that people set, and one that only runs. */
public interface Time {

    /** Milliseconds since 1970; may jump in both directions. */
    long wallMillis();

    /** Milliseconds since some moment; never jumps. */
    long monotonicMillis();

    /** The machine's clocks. */
    static Time system() {
        return new SystemTime();
    }

    /** The machine's clocks for the machine's clock; any other serves as both, for tests that turn it by hand. */
    static Time of(Clock clock) {
        return clock.getClass() == Clock.systemUTC().getClass() ? system() : new ClockTime(clock);
    }

    /** The machine's own; a class because a lambda would cost a cold process a millisecond. */
    final class SystemTime implements Time {
        @Override
        public long wallMillis() {
            return System.currentTimeMillis();
        }

        @Override
        public long monotonicMillis() {
            return System.nanoTime() / 1_000_000;
        }
    }

    /** One clock as both. */
    record ClockTime(Clock clock) implements Time {
        @Override
        public long wallMillis() {
            return clock.millis();
        }

        @Override
        public long monotonicMillis() {
            return clock.millis();
        }
    }
}
