package dev.candor.benchmarks.rate;

/**
 * What one run of a contender came to.
 *
 * @param arrived what the receiver acknowledged
 * @param recorded how many events were recorded
 * @param cpuNanos CPU time of the whole process meanwhile
 */
record Rate(Arrived arrived, int recorded, long cpuNanos) {

    /** Reads what the program printed. */
    static Rate read(String line, int recorded) {
        int space = line.lastIndexOf(' ');
        return new Rate(Arrived.read(line.substring(0, space)), recorded, Long.parseLong(line.substring(space + 1)));
    }

    double eventsPerSecond() {
        return arrived.events() * 1e9 / arrived.nanos();
    }

    double cpuMillisFor10000() {
        return arrived.events() == 0 ? Double.NaN : cpuNanos / 1e6 * 10_000 / arrived.events();
    }

    int lost() {
        return recorded - arrived.events();
    }
}
