package dev.candor.benchmarks.calls;

import com.sun.management.ThreadMXBean;
import dev.candor.benchmarks.Findings;
import dev.candor.benchmarks.Ground;
import dev.candor.benchmarks.Measurement;
import dev.candor.benchmarks.SampleEvent;
import dev.candor.benchmarks.Table;
import dev.candor.benchmarks.Verdict;
import dev.candor.telemetry.Telemetry;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Measures for how long how many events can be recorded before one is refused, and how many reach the disk. */
public final class Sustained implements Measurement {
    private static final String DEAD = "http://127.0.0.1:9";
    private static final int[] RATES = {100_000, 250_000, 500_000, 750_000};
    private static final int STEPS_PER_SECOND = 500;
    private static final int DEMANDED = 500_000;

    @Override
    public String name() {
        return "sustained";
    }

    @Override
    public Findings take(Ground ground) throws IOException {
        int seconds = ground.effort().of(1, 4);
        paced(RATES[0], 2);
        Table table = new Table(
                "events a second", "for, s", "recorded", "refused", "caller's ns an event", "caller's bytes an event");
        long refusedAtDemanded = 0;
        double bytes = 0;
        for (int rate : RATES) {
            Run run = paced(rate, seconds);
            table.row(rate, seconds, run.recorded(), run.refused(), run.nanos(), run.bytes());
            refusedAtDemanded = rate == DEMANDED ? run.refused() : refusedAtDemanded;
            bytes = rate == DEMANDED ? run.bytes() : bytes;
        }
        double saturation = saturation(seconds);
        String text = """
                One thread records at a fixed rate, in steps of 2 ms, with caps raised and the flood guard off; nobody listens, and the writer writes. The
                caller's cost is that of the calls alone, with whatever the writer and the collector take from the same cores.

                """
                + table
                + "\nThe writer brings " + Table.figure(saturation)
                + " events of five attributes a second to disk where one thread records without "
                + "rest and tries again what was refused.\n";
        return new Findings(
                "Events at a sustained rate",
                text,
                List.of(
                        Verdict.atMost("events refused at 500,000 a second", 0, (double) refusedAtDemanded, "events"),
                        Verdict.atMost(
                                "what an event allocates on the caller's thread", 300, Math.rint(bytes), "bytes"),
                        Verdict.atLeast(
                                "events of five attributes to disk", DEMANDED, Math.rint(saturation), "a second")));
    }

    private record Run(long recorded, long refused, double nanos, double bytes) {}

    private static Run paced(int rate, int seconds) throws IOException {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long id = Thread.currentThread().getId();
        try (CandorTool tool = CandorTool.open(true, DEAD)) {
            Telemetry telemetry = tool.telemetry();
            SampleEvent.record(telemetry);
            long recorded = 0;
            long refused = 0;
            long calls = 0;
            int each = rate / STEPS_PER_SECOND;
            long stepNanos = TimeUnit.SECONDS.toNanos(1) / STEPS_PER_SECOND;
            long before = threads.getThreadAllocatedBytes(id);
            long begun = System.nanoTime();
            for (long step = 1; step <= (long) seconds * STEPS_PER_SECOND; step++) {
                long start = System.nanoTime();
                for (int i = 0; i < each; i++) {
                    if (SampleEvent.record(telemetry)) {
                        recorded++;
                    } else {
                        refused++;
                    }
                }
                calls += System.nanoTime() - start;
                LockSupport.parkNanos(Math.max(0, begun + step * stepNanos - System.nanoTime()));
            }
            double all = recorded + refused;
            return new Run(recorded, refused, calls / all, (threads.getThreadAllocatedBytes(id) - before) / all);
        }
    }

    /** Events a second, from the first one to the last one being on disk. */
    private static double saturation(int seconds) throws IOException {
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
            return recorded / ((System.nanoTime() - start) / 1e9);
        }
    }
}
