package dev.candor.telemetry.core.internal.spool;

/** Wakes readers when there may be new frames. */
final class Arrivals {

    private long count;

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
