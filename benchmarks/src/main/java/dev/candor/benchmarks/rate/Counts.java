package dev.candor.benchmarks.rate;

import java.util.BitSet;

/** Which events arrived, and when the last one did. Safe for use by several threads. */
final class Counts {
    private final BitSet seen = new BitSet();
    private long posts;
    private long bytes;
    private long twice;
    private long start = System.nanoTime();
    private long last = start;

    synchronized void start() {
        seen.clear();
        posts = 0;
        bytes = 0;
        twice = 0;
        start = System.nanoTime();
        last = start;
    }

    synchronized void arrived(byte[] body, int onTheWire) {
        posts++;
        bytes += onTheWire;
        Serials.find(body, serial -> {
            if (seen.get(serial)) {
                twice++;
            } else {
                seen.set(serial);
                last = System.nanoTime();
            }
        });
        notifyAll();
    }

    /** Waits until {@code expected} different events arrived, or nothing more came for {@code quietNanos}. */
    synchronized Arrived await(int expected, long quietNanos) throws InterruptedException {
        long left = quietNanos;
        while (seen.cardinality() < expected && left > 0) {
            wait(Math.max(1, left / 1_000_000));
            left = quietNanos - (System.nanoTime() - last);
        }
        return new Arrived(seen.cardinality(), twice, posts, bytes, last - start);
    }
}
