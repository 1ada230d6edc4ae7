package dev.candor.benchmarks.calls;

import dev.candor.benchmarks.Samples;
import dev.candor.benchmarks.Table;
import dev.candor.benchmarks.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * What {@link SteadyLoad} printed.
 *
 * @param rates each with its rate, how many were recorded and refused, and what one took: nanoseconds and bytes
 * @param disk events a second that reached the disk
 * @param rounds what an event took with one thread, with two, and with two at the same moments, in nanoseconds
 * @param refused how many events were refused in those rounds
 */
record SteadyResult(List<double[]> rates, double disk, List<double[]> rounds, double refused) {
    private static final int DEMANDED = 500_000;

    static SteadyResult of(List<String> lines) {
        return new SteadyResult(
                figures(lines, "rate"),
                figures(lines, "disk").get(0)[0],
                figures(lines, "threads"),
                figures(lines, "refused").get(0)[0]);
    }

    private static List<double[]> figures(List<String> lines, String name) {
        return lines.stream()
                .map(line -> line.split(" ", -1))
                .filter(words -> words[0].equals(name))
                .map(words -> Stream.of(words)
                        .skip(1)
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList();
    }

    /** What the second thread took in each round of {@code column}, in percent. */
    private Samples.Estimate lost(int column) {
        return estimate(round -> 100 * (1 - round[0] / round[column]));
    }

    private Samples.Estimate estimate(ToDoubleFunction<double[]> figure) {
        return new Samples(rounds.stream().mapToDouble(figure).toArray()).medianWithInterval();
    }

    List<Verdict> verdicts() {
        List<Verdict> all = new ArrayList<>();
        for (double[] rate : rates) {
            if (rate[0] == DEMANDED) {
                all.add(Verdict.atMost("events refused at 500,000 a second", 0, rate[2], "events"));
                all.add(Verdict.atMost(
                        "what an event allocates on the caller's thread", 300, Math.rint(rate[4]), "bytes"));
            }
        }
        all.add(Verdict.atLeast("events of five attributes to disk", DEMANDED, Math.rint(disk), "a second"));
        all.add(Verdict.atMost("what a second thread takes from an event at a steady rate", 30, lost(1).value(), "%"));
        all.add(Verdict.atMost("events refused of two threads at a steady rate", 0, refused, "events"));
        return all;
    }

    String text(int seconds) {
        return """
            A heap of 1 GiB is in memory from the start. One thread records at a fixed rate, in steps of 2 ms, with caps raised and the flood guard
            off; nobody listens, and the writer writes. The caller's cost is that of the calls alone, with whatever the writer and the collector take
            from the same cores.

            """
                + rateTable(seconds)
                + "\nThe writer brings " + Table.figure(disk)
                + " events of five attributes a second to disk where one thread records without "
                + "rest and tries again what was refused.\n"
                + """

            Then one thread and two take turns, each with %,d events a second in bursts of %d; a round's figure is that of its median burst. Two
            threads that begin each burst at the same moment hand the ring's end to each other at every event. What that takes is what a cache line
            takes from one core to the other: on virtual cores it depends on where the host has put them.

            """.formatted(TwoThreads.RATE, TwoThreads.BURST)
                + threadTable()
                + String.format(Locale.ROOT, "\n%,.0f events were refused in all these rounds.\n", refused);
    }

    private Table rateTable(int seconds) {
        Table table = new Table(
                "events a second", "for, s", "recorded", "refused", "caller's ns an event", "caller's bytes an event");
        for (double[] rate : rates) {
            table.row((long) rate[0], seconds, (long) rate[1], (long) rate[2], rate[3], rate[4]);
        }
        return table;
    }

    private Table threadTable() {
        Table table = new Table("threads", "rounds", "an event, ns", "95 % interval", "lost, %", "95 % interval");
        List<String> titles = List.of("1", "2, each in its own time", "2, at the same moments");
        for (int i = 0; i < titles.size(); i++) {
            int column = i;
            Samples.Estimate nanos = estimate(round -> round[column]);
            table.row(
                    titles.get(i), rounds.size(), nanos.value(), nanos.interval(), lost(i).value(), lost(i).interval());
        }
        return table;
    }
}
