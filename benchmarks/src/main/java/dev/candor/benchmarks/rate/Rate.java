package dev.candor.benchmarks.rate;

/**
 * What one run of a contender came to.
 *
 * @param arrived what the receiver acknowledged
 * @param recorded how many events the program recorded
 * @param again how many of them had to be offered again, because the client refused them and said so
 * @param cpuNanos CPU time of the whole process meanwhile
 */
record Rate(Arrived arrived, int recorded, int again, long cpuNanos) {

    /** Reads what the program printed. */
    static Rate read(String line, int recorded) {
        int cpu = line.lastIndexOf(' ');
        int again = line.lastIndexOf(' ', cpu - 1);
        return new Rate(
                Arrived.read(line.substring(0, again)),
                recorded,
                Integer.parseInt(line.substring(again + 1, cpu)),
                Long.parseLong(line.substring(cpu + 1)));
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
