package dev.candor.benchmarks.calls;

import com.sun.management.ThreadMXBean;
import dev.candor.benchmarks.SampleEvent;
import dev.candor.telemetry.Telemetry;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A program that records at steady rates and prints what that cost, a line for each measurement: its name and its figures. */
public final class SteadyLoad {
    static final int[] RATES = {100_000, 250_000, 500_000, 750_000};
    private static final String DEAD = "http://127.0.0.1:9";
    private static final int STEPS_PER_SECOND = 500;
    private static final int WARM_UP_SECONDS = 2;

    private SteadyLoad() {}

    /** Takes for how many seconds each rate is kept, and how many rounds of one thread and of two there are. */
    public static void main(String[] arguments) throws Exception {
        int seconds = Integer.parseInt(arguments[0]);
        paced(RATES[0], WARM_UP_SECONDS);
        for (int rate : RATES) {
            System.out.println(paced(rate, seconds));
        }
        System.out.println(saturation(seconds));
        try (CandorTool tool = CandorTool.open(true, DEAD);
                TwoThreads threads = new TwoThreads(tool.telemetry())) {
            threads.print(Integer.parseInt(arguments[1]), System.out);
        }
    }

    private static String paced(int rate, int seconds) throws IOException {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long id = Thread.currentThread().getId();
        try (CandorTool tool = CandorTool.open(true, DEAD)) {
            Telemetry telemetry = tool.telemetry();
            SampleEvent.record(telemetry);
            long refused = 0;
            long calls = 0;
            int each = rate / STEPS_PER_SECOND;
            long stepNanos = TimeUnit.SECONDS.toNanos(1) / STEPS_PER_SECOND;
            long steps = (long) seconds * STEPS_PER_SECOND;
            long before = threads.getThreadAllocatedBytes(id);
            long begun = System.nanoTime();
            for (long step = 1; step <= steps; step++) {
                long start = System.nanoTime();
                for (int i = 0; i < each; i++) {
                    refused += SampleEvent.record(telemetry) ? 0 : 1;
                }
                calls += System.nanoTime() - start;
                LockSupport.parkNanos(Math.max(0, begun + step * stepNanos - System.nanoTime()));
            }
            long all = steps * each;
            double bytes = (double) (threads.getThreadAllocatedBytes(id) - before) / all;
            return String.format(
                    Locale.ROOT, "rate %d %d %d %f %f", rate, all - refused, refused, (double) calls / all, bytes);
        }
    }

    /** Events a second, from the first one to the last one being on disk. */
    private static String saturation(int seconds) throws IOException {
        try (CandorTool tool = CandorTool.open(true, DEAD)) {
            Telemetry telemetry = tool.telemetry();
            long start = System.nanoTime();
            long end = start + TimeUnit.SECONDS.toNanos(seconds);
            long recorded = 0;
            while (System.nanoTime() < end) {
                if (SampleEvent.record(telemetry)) {
                    recorded++;
                } else {
                    LockSupport.parkNanos(1_000);
                }
            }
            tool.awaitDisk();
            return String.format(Locale.ROOT, "disk %f", recorded / ((System.nanoTime() - start) / 1e9));
        }
    }
}
