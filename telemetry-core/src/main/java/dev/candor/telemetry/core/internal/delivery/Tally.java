package dev.candor.telemetry.core.internal.delivery;

import dev.candor.telemetry.core.internal.delivery.DestinationStatus.Counts;

/** Counts what becomes of one destination's frames: written by its worker, read by anybody. */
final class Tally {
    private volatile Counts counts = new Counts(0, 0, 0, 0, 0, 0, 0, 0);

    Counts counts() {
        return counts;
    }

    /** How many frames will not come again. */
    long settled() {
        Counts now = counts;
        return now.delivered() + now.dropped();
    }

    void attempted() {
        add(0, 0, 0, 0, 0, 0, 1, 0);
    }

    void delivered(int frames, int refused) {
        add(frames - refused, refused, 0, 0, 0, 0, 0, 0);
    }

    void rejected(int frames) {
        add(0, 0, frames, 0, 0, 0, 0, 0);
    }

    void tooLarge(int frames) {
        add(0, 0, 0, frames, 0, 0, 0, 0);
    }

    void unreadable(int frames) {
        add(0, 0, 0, 0, frames, 0, 0, 0);
    }

    void suppressed(int frames) {
        add(0, 0, 0, 0, 0, frames, 0, 0);
    }

    void retried() {
        add(0, 0, 0, 0, 0, 0, 0, 1);
    }

    private void add(
            int delivered,
            int refused,
            int rejected,
            int tooLarge,
            int unreadable,
            int suppressed,
            int attempts,
            int retries) {
        Counts old = counts;
        counts = new Counts(
                old.delivered() + delivered,
                old.refused() + refused,
                old.rejected() + rejected,
                old.tooLarge() + tooLarge,
                old.unreadable() + unreadable,
                old.suppressed() + suppressed,
                old.attempts() + attempts,
                old.retries() + retries);
    }
}
