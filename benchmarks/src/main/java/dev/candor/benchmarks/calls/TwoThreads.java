package dev.candor.benchmarks.calls;

import dev.candor.benchmarks.SampleEvent;
import dev.candor.benchmarks.Samples;
import dev.candor.telemetry.Telemetry;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Records at a steady rate with one thread and with two, in turn, so that whatever else the machine does meets both alike.
 *
 * <p>The two keep their rate each in its own time, as threads of a server do, and then in rounds of their own begin every burst at the
 * same moment, as if they wanted to be in each other's way.
 */
final class TwoThreads implements AutoCloseable {
    /** Events a second of each thread. */
    static final int RATE = 100_000;

    static final int BURST = 200;
    private static final int BURSTS = 100;
    private static final int WARM_UP = 5;
    private static final long STEP_NANOS = TimeUnit.SECONDS.toNanos(1) * BURST / RATE;
    private static final long SPIN_NANOS = 100_000;

    private final Telemetry telemetry;
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final AtomicLong refused = new AtomicLong();

    TwoThreads(Telemetry telemetry) {
        this.telemetry = telemetry;
    }

    /**
     * Prints the nanoseconds of an event for each round: alone, with another, and with another at the same moments. The last line is how many
     * events were refused.
     */
    void print(int rounds, PrintStream out) throws InterruptedException, ExecutionException {
        for (int round = -WARM_UP; round < rounds; round++) {
            double alone = round(1, false);
            double together = round(2, false);
            double atOnce = round(2, true);
            if (round >= 0) {
                out.println(String.format(Locale.ROOT, "threads %f %f %f", alone, together, atOnce));
            }
        }
        out.println("refused " + refused.get());
    }

    /** What an event takes in the median burst of all threads. */
    private double round(int count, boolean atOnce) throws InterruptedException, ExecutionException {
        long begin = System.nanoTime() + STEP_NANOS;
        List<Future<double[]>> running = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long later = atOnce ? 0 : ThreadLocalRandom.current().nextLong(STEP_NANOS);
            running.add(threads.submit(() -> bursts(begin + later)));
        }
        double[] all = new double[count * BURSTS];
        for (int i = 0; i < count; i++) {
            System.arraycopy(running.get(i).get(), 0, all, i * BURSTS, BURSTS);
        }
        return Samples.median(all);
    }

    private double[] bursts(long begin) {
        double[] nanos = new double[BURSTS];
        for (int i = 0; i < BURSTS; i++) {
            await(begin + i * STEP_NANOS);
            long start = System.nanoTime();
            int taken = 0;
            for (int j = 0; j < BURST; j++) {
                taken += SampleEvent.record(telemetry) ? 1 : 0;
            }
            nanos[i] = (double) (System.nanoTime() - start) / BURST;
            refused.addAndGet(BURST - taken);
        }
        return nanos;
    }

    private static void await(long moment) {
        long left = moment - System.nanoTime();
        while (left > 0) {
            if (left > SPIN_NANOS) {
                LockSupport.parkNanos(left - SPIN_NANOS);
            } else {
                // A thread that is woken is late by more than a burst takes.
                Thread.onSpinWait();
            }
            left = moment - System.nanoTime();
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
