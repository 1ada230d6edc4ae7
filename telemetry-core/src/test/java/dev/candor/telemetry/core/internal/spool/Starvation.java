package dev.candor.telemetry.core.internal.spool;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How long the writing threads of another process were ready to run and did not get a processor.
 *
 * <p>Linux counts it for each thread, see {@code Documentation/scheduler/sched-stats.rst}. Waiting for a disk or a lock is
 * not in it. Elsewhere it is 0.
 */
final class Starvation {

    private static final long EVERY_NANOS = 50_000_000;

    private final Path threads;
    private final Deque<long[]> looks = new ArrayDeque<>();

    Starvation(long pid) {
        this.threads = Path.of("/proc", Long.toString(pid), "task");
    }

    /** Takes a reading now and then. */
    void look() {
        if (looks.isEmpty() || System.nanoTime() - looks.getLast()[0] > EVERY_NANOS) {
            looks.add(new long[] {System.nanoTime(), delay()});
        }
    }

    /** Milliseconds of waiting within the last so many milliseconds that the threads were not kept waiting. */
    long ofTheLast(long millis) {
        looks.add(new long[] {System.nanoTime(), delay()});
        long starved = 0;
        // The time of waiting lies in the past too, and they may have been kept waiting then.
        for (long more = within(millis); more > starved; more = within(millis + starved)) {
            starved = more;
        }
        return starved;
    }

    private long within(long millis) {
        long[] last = looks.getLast();
        long[] first = last;
        for (long[] each : looks) {
            boolean before = last[0] - each[0] >= millis * 1_000_000;
            if (before || first == last) {
                first = each;
            }
        }
        return Math.max(0, last[1] - first[1]) / 1_000_000;
    }

    private long delay() {
        long delay = 0;
        if (Files.isDirectory(threads)) {
            try (DirectoryStream<Path> all = Files.newDirectoryStream(threads)) {
                for (Path thread : all) {
                    delay += delayOf(thread);
                }
            } catch (IOException | DirectoryIteratorException ended) {
                return delay;
            }
        }
        return delay;
    }

    private static long delayOf(Path thread) {
        try {
            boolean writes = Files.readString(thread.resolve("comm")).startsWith("candor-spool");
            return writes
                    ? Long.parseLong(
                            Files.readString(thread.resolve("schedstat")).split(" ")[1])
                    : 0;
        } catch (IOException ended) {
            return 0;
        }
    }
}
