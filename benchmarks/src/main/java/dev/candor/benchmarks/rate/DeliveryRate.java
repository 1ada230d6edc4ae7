package dev.candor.benchmarks.rate;

import dev.candor.benchmarks.Findings;
import dev.candor.benchmarks.Ground;
import dev.candor.benchmarks.Measurement;
import dev.candor.benchmarks.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Measures how many events a second arrive at a receiver and what that takes, for each backend and its vendor's own clients.
 *
 * <p>All contenders take turns, round by round, on one machine in one run.
 */
public final class DeliveryRate implements Measurement {
    private static final int EVENTS = 20_000;
    private static final int WAVES = 2;

    /** The JVM compiles for 8 s of CPU time, over 16,000 posts, what brings an error to Sentry; a server does that once. */
    private static final int WARM_UP_SECONDS = 20;

    /** Two waves may take less than a second, of which the collector has its part or has not, and CPU time comes in steps of 10 ms. */
    private static final int MEASURED_SECONDS = 4;

    @Override
    public String name() {
        return "rate";
    }

    @Override
    public Findings take(Ground ground) throws IOException, InterruptedException {
        RateChild child = new RateChild(
                each -> each.ours() ? ground.candor() : ground.vendor(each.folder()),
                WARM_UP_SECONDS,
                MEASURED_SECONDS);
        List<Standing> all = measure(child, ground.work(), ground.effort().of(1, 2));
        return new Findings("Rate of delivery", RateTable.of(all), verdicts(all));
    }

    private static List<Standing> measure(RateChild child, Path work, int rounds)
            throws IOException, InterruptedException {
        Map<Contender, List<Pass>> runs = new EnumMap<>(Contender.class);
        for (int round = 0; round < rounds; round++) {
            for (Contender each : Contender.values()) {
                Pass pass = child.run(each, Queue.LARGE, WAVES, EVENTS, RateChild.home(work));
                runs.computeIfAbsent(each, first -> new ArrayList<>()).add(pass);
            }
        }
        List<Standing> all = new ArrayList<>();
        for (Contender each : Contender.values()) {
            List<Pass> taken = runs.getOrDefault(each, List.of());
            // Ours has one queue, its spool; what the runs above lost of it is all that it loses.
            Rate usual = each.ours()
                    ? taken.get(taken.size() - 1).warm()
                    : child.atOnce()
                            .run(each, Queue.DEFAULT, 1, EVENTS, RateChild.home(work))
                            .warm();
            all.add(new Standing(each, taken, usual));
        }
        return all;
    }

    /** Ours beside the best of each vendor's current clients that compresses as ours does. */
    static List<Verdict> verdicts(List<Standing> all) {
        List<Verdict> verdicts = new ArrayList<>();
        for (Standing ours : all) {
            if (ours.contender().ours()) {
                verdicts.addAll(verdicts(ours, all));
            }
        }
        return verdicts;
    }

    private static List<Verdict> verdicts(Standing ours, List<Standing> all) {
        String match = ours.contender().match();
        double fastest = 0;
        double cheapest = Double.POSITIVE_INFINITY;
        for (Standing other : all) {
            if (other.contender().current() && other.contender().match().equals(match)) {
                fastest = Math.max(fastest, other.eventsPerSecond());
                cheapest = Math.min(cheapest, other.cpuMillis());
            }
        }
        return List.of(
                Verdict.atLeast(
                        "events delivered to " + match + " in a second, beside the vendor's client",
                        Math.rint(fastest),
                        Math.rint(ours.eventsPerSecond()),
                        "events"),
                Verdict.atMost(
                        "CPU time for 10,000 events to " + match + ", beside the vendor's client",
                        Math.rint(cheapest),
                        Math.rint(ours.cpuMillis()),
                        "ms"),
                Verdict.atMost("events lost by Candor on the way to " + match, 0, ours.lost(), "events"));
    }
}
