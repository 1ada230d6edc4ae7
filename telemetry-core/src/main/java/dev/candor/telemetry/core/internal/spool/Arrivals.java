package dev.candor.telemetry.core.internal.spool;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Wakes readers when there may be new frames. */
final class Arrivals {

    private final List<Newcomers> told = new CopyOnWriteArrayList<>();
    private long count;

    /** These are told of every group from now on. */
    void add(Newcomers newcomers) {
        told.add(newcomers);
    }

    void remove(Newcomers newcomers) {
        told.remove(newcomers);
    }

    /** Groups were written. Called without a lock, because somebody does something about it. */
    void written() {
        for (Newcomers each : told) {
            each.written();
        }
    }

    synchronized void signal() {
        count++;
        notifyAll();
    }

    synchronized long count() {
        return count;
    }

    /** Waits until there were more than {@code seen}; whether there were. */
    synchronized boolean await(long seen, long millis) throws InterruptedException {
        long deadline = System.nanoTime() + millis * 1_000_000;
        while (count <= seen) {
            long left = (deadline - System.nanoTime() + 999_999) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }
}
