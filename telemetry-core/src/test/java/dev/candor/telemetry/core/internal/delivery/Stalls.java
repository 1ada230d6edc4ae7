package dev.candor.telemetry.core.internal.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.locks.LockSupport;

/**
 * The longest time for which this machine kept a thread waiting that only wanted to rest for a millisecond.
 *
 * <p>A deadline in real time is kept by whoever is given a processor. What the machine itself takes is measured beside it, at the same
 * time and in the same process, so that a test on a loaded machine neither fails for the load nor allows for more than there was. There is a
 * thread for each processor, since a machine may take away one of them.
 */
final class Stalls implements AutoCloseable {
    private static final long REST_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final List<Thread> threads = new ArrayList<>();
    private final LongAccumulator longest = new LongAccumulator(Math::max, 0);
    private volatile boolean over;

    Stalls() {
        for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
            Thread thread = new Thread(this::watch, "stalls");
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    /** In nanoseconds, so far. */
    long longestNanos() {
        return longest.get();
    }

    @Override
    public void close() throws InterruptedException {
        over = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void watch() {
        while (!over) {
            long before = System.nanoTime();
            LockSupport.parkNanos(REST_NANOS);
            longest.accumulate(System.nanoTime() - before - REST_NANOS);
        }
    }
}
