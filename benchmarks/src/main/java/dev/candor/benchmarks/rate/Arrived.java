package dev.candor.benchmarks.rate;

/**
 * What a receiver has acknowledged.
 *
 * @param events different events
 * @param twice events that came once more
 * @param posts how many posts brought them
 * @param bytes what those took on the wire, bodies alone
 * @param nanos from the start to the last new event
 */
record Arrived(int events, long twice, long posts, long bytes, long nanos) {

    String line() {
        return events + " " + twice + " " + posts + " " + bytes + " " + nanos;
    }

    Arrived plus(Arrived more) {
        return new Arrived(
                events + more.events, twice + more.twice, posts + more.posts, bytes + more.bytes, nanos + more.nanos);
    }

    static Arrived read(String line) {
        String[] parts = line.strip().split(" ", -1);
        return new Arrived(
                Integer.parseInt(parts[0]),
                Long.parseLong(parts[1]),
                Long.parseLong(parts[2]),
                Long.parseLong(parts[3]),
                Long.parseLong(parts[4]));
    }
}
