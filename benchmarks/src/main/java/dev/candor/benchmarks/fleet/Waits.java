package dev.candor.benchmarks.fleet;

import dev.candor.telemetry.core.internal.delivery.Backoff;
import java.time.Duration;
import java.util.SplittableRandom;

/** How long an install waits after so many failures in a row. */
sealed interface Waits {

    /** Milliseconds until the next attempt. */
    long millis(int failures);

    /** The product's own. */
    final class Product implements Waits {
        private final Backoff backoff;

        Product(long seed) {
            backoff = new Backoff(new SplittableRandom(seed));
        }

        @Override
        public long millis(int failures) {
            return backoff.millis(failures, Duration.ZERO);
        }
    }

    /** What most clients do: the wait doubles from a second up to five minutes, for all alike. */
    final class Doubling implements Waits {
        private static final long FIRST = 1_000;
        private static final long MOST = 300_000;
        private static final int ENOUGH = 20;

        @Override
        public long millis(int failures) {
            return Math.min(MOST, FIRST << Math.min(failures - 1, ENOUGH));
        }
    }
}
