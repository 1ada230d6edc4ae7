package dev.candor.benchmarks.fleet;

import dev.candor.benchmarks.Findings;
import dev.candor.benchmarks.Ground;
import dev.candor.benchmarks.Measurement;
import dev.candor.benchmarks.Table;
import dev.candor.benchmarks.Verdict;
import java.util.List;

/** Simulates a million installs that share one receiver, which comes back after an outage. */
public final class Fleet implements Measurement {
    private static final int INSTALLS = 1_000_000;
    private static final int HOURS = 4;
    private static final long SEED = 20_261_128;
    /** As reliability demands: of clients that start again together at most five in a hundred in one second. */
    private static final double MOST_PERCENT = 5;

    @Override
    public String name() {
        return "fleet";
    }

    @Override
    public Findings take(Ground ground) {
        int installs = ground.effort().of(INSTALLS / 10, INSTALLS);
        Table table = new Table(
                "wait between attempts",
                "peak, requests in one second",
                "share of the installs, %",
                "attempts in the outage, each");
        Outage jittered = Outage.of(installs, HOURS, new Waits.Product(SEED));
        Outage bare = Outage.of(installs, HOURS, new Waits.Doubling());
        row(table, "Candor's, with full jitter", jittered, installs);
        row(table, "the same ceilings without jitter", bare, installs);
        String text = """
            %,d installs on a virtual clock. All of them fail for the first time within the same second, when the receiver goes away; it is back after
            %d hours. Each waits by the product's own backoff, beside the same ceilings without jitter. The peak is of the requests that arrive after
            the receiver is back.

            """.formatted(installs, HOURS) + table;
        double share = 100.0 * jittered.peak() / installs;
        return new Findings(
                "A fleet after an outage",
                text,
                List.of(Verdict.atMost(
                        "installs that come back in one second after an outage", MOST_PERCENT, share, "%")));
    }

    private static void row(Table table, String title, Outage outage, int installs) {
        table.row(title, outage.peak(), 100.0 * outage.peak() / installs, (double) outage.attempts() / installs);
    }
}
