package dev.candor.benchmarks.rate;

import java.util.Arrays;

/**
 * What one run of a contender came to.
 *
 * @param arrived what the receiver acknowledged
 * @param recorded how many events the program recorded
 * @param again how many of them had to be offered again, because the client refused them and said so
 * @param cpuNanos CPU time of the whole process meanwhile
 */
record Rate(Arrived arrived, int recorded, int again, long cpuNanos) {

    /** The numbers on one line. */
    String line() {
        return arrived.line() + " " + recorded + " " + again + " " + cpuNanos;
    }

    /** Reads what the program printed. */
    static Rate read(String line) {
        String[] parts = line.strip().split(" ", -1);
        int own = parts.length - 3;
        return new Rate(
                Arrived.read(String.join(" ", Arrays.copyOf(parts, own))),
                Integer.parseInt(parts[own]),
                Integer.parseInt(parts[own + 1]),
                Long.parseLong(parts[own + 2]));
    }

    /** Both runs, one after the other. */
    Rate plus(Rate more) {
        return new Rate(
                arrived.plus(more.arrived), recorded + more.recorded, again + more.again, cpuNanos + more.cpuNanos);
    }

    double eventsPerSecond() {
        return arrived.events() * 1e9 / arrived.nanos();
    }

    double cpuMillisFor10000() {
        return arrived.events() == 0 ? Double.NaN : cpuNanos / 1e6 * 10_000 / arrived.events();
    }

    /** How many did not arrive. */
    int lost() {
        return recorded - arrived.events();
    }
}
