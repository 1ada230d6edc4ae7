package dev.candor.telemetry.core.internal.threads;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
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
public final class Stalls implements AutoCloseable {
    private static final long REST_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    /** The least that is remembered one by one: a machine that stands still, and not threads that wait for one another's processor. */
    private static final long STANDSTILL_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final List<Thread> threads = new ArrayList<>();
    private final LongAccumulator longest = new LongAccumulator(Math::max, 0);
    private final Queue<Stall> standstills = new ConcurrentLinkedQueue<>();
    private volatile long watchedUntil = System.nanoTime();
    private volatile boolean over;

    private record Stall(long endNanos, long nanos) {}

    /** Watches from now on. */
    public Stalls() {
        for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
            Thread thread = new Thread(this::watch, "stalls");
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    /** In nanoseconds, so far. */
    public long longestNanos() {
        return longest.get();
    }

    /** In nanoseconds, of those of half a second and more that ended at or after {@code start} of {@link System#nanoTime}; else 0. */
    public long longestStandstillSince(long start) {
        long now = System.nanoTime();
        while (watchedUntil - now < 0) {
            // Whoever asks may be awake again before those who watch.
            LockSupport.parkNanos(REST_NANOS);
        }
        return standstills.stream()
                .filter(stall -> stall.endNanos - start >= 0)
                .mapToLong(Stall::nanos)
                .max()
                .orElse(0);
    }

    @Override
    public void close() throws InterruptedException {
        over = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** From the end of one rest to that of the next, so that no moment lies between two of them. */
    private void watch() {
        long before = System.nanoTime();
        while (!over) {
            LockSupport.parkNanos(REST_NANOS);
            long after = System.nanoTime();
            long stall = after - before - REST_NANOS;
            longest.accumulate(stall);
            if (stall >= STANDSTILL_NANOS) {
                standstills.add(new Stall(after, stall));
            }
            watchedUntil = after;
            before = after;
        }
    }
}
