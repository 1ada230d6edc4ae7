package dev.candor.benchmarks.rate;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A contender and its programs.
 *
 * @param contender who
 * @param runs with a queue that holds everything
 * @param usual one run with the queue that it has unless told otherwise
 */
record Standing(Contender contender, List<Pass> runs, Rate usual) {

    /** Copies {@code runs}. */
    Standing {
        runs = List.copyOf(runs);
    }

    double eventsPerSecond() {
        return median(run -> run.warm().eventsPerSecond());
    }

    double cpuMillis() {
        return median(run -> run.warm().cpuMillisFor10000());
    }

    double firstEventsPerSecond() {
        return median(run -> run.first().eventsPerSecond());
    }

    double firstCpuMillis() {
        return median(run -> run.first().cpuMillisFor10000());
    }

    int lost() {
        int lost = 0;
        for (Pass run : runs) {
            lost += run.first().lost() + run.warm().lost();
        }
        return lost;
    }

    int again() {
        int again = 0;
        for (Pass run : runs) {
            again += run.first().again() + run.warm().again();
        }
        return again;
    }

    long twice() {
        long twice = 0;
        for (Pass run : runs) {
            twice += run.first().arrived().twice() + run.warm().arrived().twice();
        }
        return twice;
    }

    /** Bytes on the wire for one event, of the last run. */
    double bytes() {
        Arrived last = runs.get(runs.size() - 1).warm().arrived();
        return (double) last.bytes() / Math.max(1, last.events());
    }

    /** Events in one post, of the last run. */
    double together() {
        Arrived last = runs.get(runs.size() - 1).warm().arrived();
        return (double) last.events() / Math.max(1, last.posts());
    }

    private double median(ToDoubleFunction<Pass> what) {
        double[] values = runs.stream().mapToDouble(what).toArray();
        Arrays.sort(values);
        return (values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
    }
}
