package dev.candor.telemetry.core.internal.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long a failing destination is left alone.
 *
 * <p>Full jitter under a ceiling that doubles from one second to five minutes. From the fifth failure on the circuit is open: the wait
 * then also has a floor that doubles up to six minutes, so that a day's outage costs fewer than 200 attempts and a thousand clients that
 * start together do not come back together.
 */
public final class Backoff {
    static final long FIRST_MILLIS = 1_000;
    static final long MOST_MILLIS = 300_000;
    static final int OPEN_AFTER = 5;
    static final long LONGEST_FLOOR_MILLIS = 360_000;
    static final long LONGEST_MILLIS = 3_600_000;
    private static final long SHORTEST_MILLIS = 100;
    private static final int ENOUGH_DOUBLINGS = 20;

    private final RandomGenerator random;

    /** Draws from {@code random}. */
    public Backoff(RandomGenerator random) {
        this.random = random;
    }

    /**
     * Milliseconds until the next attempt.
     *
     * @param failures how many attempts failed in a row, at least 1
     * @param asked how long the receiver asked to be left alone; what is not positive is ignored, what is over an hour is an hour
     */
    public long millis(int failures, Duration asked) {
        long doubled = FIRST_MILLIS << Math.min(failures - 1, ENOUGH_DOUBLINGS);
        long own = Math.max(SHORTEST_MILLIS, random.nextLong(Math.min(doubled, MOST_MILLIS) + 1));
        if (failures >= OPEN_AFTER) {
            own += Math.min(doubled, LONGEST_FLOOR_MILLIS);
        }
        return Math.max(own, clamped(asked));
    }

    private static long clamped(Duration asked) {
        if (asked.isNegative()) {
            return 0;
        }
        // toMillis() overflows for the absurd durations that a receiver may name.
        return asked.toSeconds() >= LONGEST_MILLIS / 1_000 ? LONGEST_MILLIS : asked.toMillis();
    }
}
