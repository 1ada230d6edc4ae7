package dev.candor.telemetry.core.internal.trace;

import java.time.Clock;
import java.time.Instant;

/**
 * The time of day in nanoseconds, for what is begun very often: a clock's full answer costs as much as two readings of its
 * milliseconds and of the monotonic clock together, and makes an object.
 *
 * <p>It goes on from the last full answer by the monotonic clock, for as long as the clock's milliseconds agree: a clock that was
 * set, and a machine that slept, are noticed at once. Safe for use by several threads.
 */
final class WallClock {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long NANOS_PER_MILLI = 1_000_000L;

    /** How far the two may be apart: the milliseconds are cut off, and the thread may have been stopped between two readings. */
    private static final long MOST_APART = 2;

    private final Clock clock;
    private volatile Answer last;

    WallClock(Clock clock) {
        this.clock = clock;
        this.last = ask(System.nanoTime());
    }

    private record Answer(long wall, long monotonic) {}

    /** Nanoseconds since 1970 at the moment that {@code monotonic}, which was just read, stands for. */
    long at(long monotonic) {
        Answer known = last;
        long wall = known.wall + (monotonic - known.monotonic);
        if (Math.abs(wall / NANOS_PER_MILLI - clock.millis()) > MOST_APART) {
            Answer fresh = ask(monotonic);
            last = fresh;
            wall = fresh.wall;
        }
        return wall;
    }

    private Answer ask(long monotonic) {
        Instant now = clock.instant();
        return new Answer(now.getEpochSecond() * NANOS_PER_SECOND + now.getNano(), monotonic);
    }
}
