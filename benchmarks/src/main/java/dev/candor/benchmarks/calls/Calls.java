package dev.candor.benchmarks.calls;

import dev.candor.benchmarks.Effort;
import dev.candor.benchmarks.Findings;
import dev.candor.benchmarks.Ground;
import dev.candor.benchmarks.Measurement;
import dev.candor.benchmarks.Table;
import dev.candor.benchmarks.vendor.Vendor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Measures single calls by JMH, with one and with two threads, beside the same calls of the vendors' clients. */
public final class Calls implements Measurement {
    private static final int[] THREADS = {1, 2};

    @Override
    public String name() {
        return "calls";
    }

    @Override
    public Findings take(Ground ground) throws IOException, InterruptedException {
        boolean full = ground.effort() == Effort.FULL;
        List<JmhResult> own = candor(new JmhRun(ground, ground.candor()));
        List<JmhResult> others = new ArrayList<>();
        for (Vendor vendor : Vendor.values()) {
            JmhRun run = new JmhRun(ground, ground.vendor(vendor.folder()));
            others.addAll(run.bursts("VendorCalls.event", 1, "-p", "vendor=" + vendor));
            if (full) {
                others.addAll(run.bursts("VendorCalls.event", 2, "-p", "vendor=" + vendor));
            }
        }
        JmhRun openTelemetry = new JmhRun(ground, ground.vendor(Vendor.OPENTELEMETRY.folder()));
        others.addAll(each(openTelemetry, true, "OpenTelemetrySpans.span"));
        others.addAll(each(openTelemetry, false, "OpenTelemetryCalls.*"));
        others.addAll(each(new JmhRun(ground, ground.vendor("micrometer")), false, "MicrometerCalls.*"));
        Doublings doublings = Doublings.measure(ground.effort());
        CallBudgets budgets = new CallBudgets(own, doublings);
        return new Findings("Calls", text(own, others, budgets, doublings), budgets.verdicts());
    }

    private static List<JmhResult> candor(JmhRun run) throws IOException, InterruptedException {
        List<JmhResult> all = new ArrayList<>();
        all.addAll(each(run, true, "EventCalls.event"));
        all.addAll(each(run, true, "EventCalls.eventBuiltAndChecked"));
        all.addAll(each(run, true, "SpanCalls.span"));
        all.addAll(each(run, false, "CandorCalls.*"));
        all.addAll(each(run, false, "RedactionCalls.*"));
        return all;
    }

    private static List<JmhResult> each(JmhRun run, boolean bursts, String benchmarks, String... options)
            throws IOException, InterruptedException {
        List<JmhResult> all = new ArrayList<>();
        for (int threads : THREADS) {
            all.addAll(bursts ? run.bursts(benchmarks, threads, options) : run.loop(benchmarks, threads, options));
        }
        return all;
    }

    private static String text(List<JmhResult> own, List<JmhResult> others, CallBudgets budgets, Doublings doublings) {
        return """
            JMH, one fork each, with a heap of 1 GiB that is in memory from the start: the pages of a heap that still grows cost as much again as
            an event, and are none of its own. `CandorCalls.nothing` is an empty method, JMH's own part of every other figure. Events are recorded in
            bursts of %,d with rests between them, so that none is refused (a refused one ends the measurement); the vendors' in bursts of %,d, which
            those with short queues drop in part. All else is called in a loop. Bytes are those of all threads, the writer's among them.

            """.formatted(EventCalls.BURST, VendorCalls.BURST)
                + table(own)
                + "\nIn bursts of " + String.format(Locale.ROOT, "%,d", EventCalls.BURST)
                + " a second thread takes " + Table.figure(budgets.lostWithoutRest())
                + " % from an event: callers and writer are three threads\n"
                + "without rest. The budget is held where events come at a steady rate: see the next section.\n"
                + "\nBeside them:\n\n"
                + beside(others, budgets)
                + "\nRedaction by length, by the processor's time, all lengths of a text in turn:\n\n"
                + doublings.table();
    }

    private static Table table(List<JmhResult> results) {
        Table table = new Table("call", "threads", "median, ns", "95 % interval", "bytes");
        for (JmhResult each : results) {
            String interval = each.nanos().medianWithInterval().interval();
            table.row(each.title(), each.threads(), each.median(), interval, each.bytes());
        }
        return table;
    }

    private static Table beside(List<JmhResult> results, CallBudgets budgets) {
        Table table = new Table("call", "threads", "median, ns", "95 % interval", "bytes", "by Candor's");
        for (JmhResult each : results) {
            table.row(
                    each.title(),
                    each.threads(),
                    each.median(),
                    each.nanos().medianWithInterval().interval(),
                    each.bytes(),
                    each.median() / budgets.same(each).median());
        }
        return table;
    }
}
