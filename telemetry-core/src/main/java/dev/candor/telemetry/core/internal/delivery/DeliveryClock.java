package dev.candor.telemetry.core.internal.delivery;

/**
 * The time of day, which may jump, and a time that only goes on.
 *
 * <p>Waits inside the process are measured by {@link #nanos}; only what another process will read is in {@link #wallMillis}.
 */
public interface DeliveryClock {

    /** Milliseconds since 1970. */
    long wallMillis();

    /** Nanoseconds since some moment; never goes back. */
    long nanos();

    /** The machine's own clocks. */
    static DeliveryClock system() {
        return new DeliveryClock() {
            @Override
            public long wallMillis() {
                return System.currentTimeMillis();
            }

            @Override
            public long nanos() {
                return System.nanoTime();
            }
        };
    }
}
