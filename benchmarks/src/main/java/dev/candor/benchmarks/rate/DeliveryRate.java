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

    /** No further round begins after that: what is published must be measured in minutes on a slow machine too. */
    private static final long LAST_ROUND_NANOS = 90_000_000_000L;

    @Override
    public String name() {
        return "rate";
    }

    @Override
    public Findings take(Ground ground) throws IOException, InterruptedException {
        RateChild child = new RateChild(each -> each.ours() ? ground.candor() : ground.vendor(each.folder()));
        List<Standing> all = measure(child, ground.work(), ground.effort().of(1, 3));
        return new Findings("Rate of delivery", RateTable.of(all), verdicts(all));
    }

    private static List<Standing> measure(RateChild child, Path work, int rounds)
            throws IOException, InterruptedException {
        long begun = System.nanoTime();
        Map<Contender, List<Rate>> runs = new EnumMap<>(Contender.class);
        for (int round = 0; round < rounds && System.nanoTime() - begun < LAST_ROUND_NANOS; round++) {
            for (Contender each : Contender.values()) {
                Rate rate = child.run(each, Queue.LARGE, WAVES, EVENTS, RateChild.home(work));
                runs.computeIfAbsent(each, first -> new ArrayList<>()).add(rate);
            }
        }
        List<Standing> all = new ArrayList<>();
        for (Contender each : Contender.values()) {
            List<Rate> taken = runs.getOrDefault(each, List.of());
            // Ours has one queue, its spool; what the runs above lost of it is all that it loses.
            Rate usual = each.ours()
                    ? taken.get(taken.size() - 1)
                    : child.run(each, Queue.DEFAULT, 1, EVENTS, RateChild.home(work));
            all.add(new Standing(each, taken, usual));
        }
        return all;
    }

    /** Ours beside the best of each vendor's current clients. */
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
        String destination = ours.contender().destination();
        double fastest = 0;
        double cheapest = Double.POSITIVE_INFINITY;
        for (Standing other : all) {
            if (other.contender().current() && other.contender().destination().equals(destination)) {
                fastest = Math.max(fastest, other.eventsPerSecond());
                cheapest = Math.min(cheapest, other.cpuMillis());
            }
        }
        return List.of(
                Verdict.atLeast(
                        "events delivered to " + destination + " in a second, beside the vendor's client",
                        Math.rint(fastest),
                        Math.rint(ours.eventsPerSecond()),
                        "events"),
                Verdict.atMost(
                        "CPU time for 10,000 events to " + destination + ", beside the vendor's client",
                        Math.rint(cheapest),
                        Math.rint(ours.cpuMillis()),
                        "ms"),
                Verdict.atMost("events lost by Candor on the way to " + destination, 0, ours.lost(), "events"));
    }
}
