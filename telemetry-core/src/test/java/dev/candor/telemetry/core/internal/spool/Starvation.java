package dev.candor.telemetry.core.internal.spool;

import dev.candor.telemetry.core.internal.threads.Stalls;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/**
 * How long the writing threads of another process did not get to run, though they wanted to.
 *
 * <p>Linux counts for each thread how long it waited for a processor, see {@code Documentation/scheduler/sched-stats.rst}; elsewhere that is
 * 0. Waiting for a disk or a lock is not in it, nor is a machine that stands still as a whole, as a virtual one does now and then: that is
 * seen by {@link Stalls}, here as there.
 */
final class Starvation {

    private static final long EVERY_NANOS = 50_000_000;

    private final Path threads;
    private final Stalls machine;
    private final long start = System.nanoTime();
    private final Deque<long[]> looks = new ArrayDeque<>();

    Starvation(long pid, Stalls machine) {
        this.machine = machine;
        this.threads = Path.of("/proc", Long.toString(pid), "task");
    }

    /** Takes a reading now and then. */
    void look() {
        if (looks.isEmpty() || System.nanoTime() - looks.getLast()[0] > EVERY_NANOS) {
            looks.add(new long[] {System.nanoTime(), delay()});
        }
    }

    /** Milliseconds of waiting within the last so many milliseconds that the threads were not kept waiting, and the machine's longest standstill. */
    long ofTheLast(long millis) {
        looks.add(new long[] {System.nanoTime(), delay()});
        long starved = 0;
        // The time of waiting lies in the past too, and they may have been kept waiting then.
        for (long more = within(millis); more > starved; more = within(millis + starved)) {
            starved = more;
        }
        return starved + TimeUnit.NANOSECONDS.toMillis(machine.longestStandstillSince(start));
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
