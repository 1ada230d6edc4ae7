package dev.candor.telemetry.core.internal.delivery;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The longest time for which this machine kept a thread waiting that only wanted to rest for a millisecond.
 *
 * <p>A deadline in real time is kept by whoever is given a processor. What the machine itself takes is measured beside it, at the same
 * time and in the same process, so that a test on a loaded machine neither fails for the load nor allows for more than there was.
 */
final class Stalls implements AutoCloseable {
    private static final long REST_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final Thread thread = new Thread(this::watch, "stalls");
    private volatile boolean over;
    private volatile long longest;

    Stalls() {
        thread.setDaemon(true);
        thread.start();
    }

    /** In nanoseconds, so far. */
    long longestNanos() {
        return longest;
    }

    @Override
    public void close() throws InterruptedException {
        over = true;
        thread.join();
    }

    private void watch() {
        while (!over) {
            long before = System.nanoTime();
            LockSupport.parkNanos(REST_NANOS);
            longest = Math.max(longest, System.nanoTime() - before - REST_NANOS);
        }
    }
}
