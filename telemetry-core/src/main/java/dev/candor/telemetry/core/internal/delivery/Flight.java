package dev.candor.telemetry.core.internal.delivery;

import org.jspecify.annotations.Nullable;

/**
 * Whether signals are with the backend at this moment, and whether anybody still waits for the answer.
 *
 * <p>All methods return at once. The worker's thread is interrupted only while its backend has it: anywhere else an interrupt could close
 * a file of the spool.
 */
final class Flight {
    private boolean abandoned;
    private long departures;
    private @Nullable Thread flying;

    /** The backend is about to be called; false when nobody would wait for the answer. */
    synchronized boolean depart() {
        if (abandoned) {
            return false;
        }
        departures++;
        flying = Thread.currentThread();
        return true;
    }

    /** The backend came back; false when its answer comes too late and must not be acted on. */
    synchronized boolean land() {
        if (flying != null) {
            flying = null;
            // Whether it was close() or the backend itself that interrupted: the wait that was meant is over.
            Thread.interrupted();
        }
        notifyAll();
        return !abandoned;
    }

    /** Nobody waits any longer, for this answer or for another one. */
    synchronized void abandon() {
        abandoned = true;
        if (flying != null) {
            flying.interrupt();
        }
    }

    /**
     * Waits until no call of the backend that began before this moment is running.
     *
     * @return whether that is so
     */
    synchronized boolean awaitLanding(long nanos) throws InterruptedException {
        long deadline = System.nanoTime() + nanos;
        long before = departures;
        while (flying != null && departures == before) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            long millis = left / 1_000_000;
            wait(millis, (int) (left % 1_000_000));
        }
        return true;
    }
}
