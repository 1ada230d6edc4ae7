package dev.candor.telemetry.core.internal.delivery;

import dev.candor.telemetry.core.internal.spool.RouteReader;
import org.jspecify.annotations.Nullable;

/**
 * One lane of a destination: the reader of what waits in it, and what is left of the frames that were read last.
 *
 * <p>Where a receiver takes one event a post, the others that were read with it need not be read and decoded for each post. They are not
 * kept for longer than a second, so that nobody who looks after the spool waits for them.
 */
final class Lane {
    private static final long FRESH_NANOS = 1_000_000_000;

    private final RouteReader reader;
    private final DeliveryClock clock;
    private @Nullable Batch rest;
    private long readNanos;
    private int stale;

    Lane(RouteReader reader, DeliveryClock clock) {
        this.reader = reader;
        this.clock = clock;
    }

    RouteReader reader() {
        return reader;
    }

    /** What is left of the last batch, once; null when there is nothing or it was read too long ago. */
    @Nullable
    Batch rest() {
        Batch left = rest;
        rest = null;
        boolean fresh = clock.nanos() - readNanos < FRESH_NANOS;
        stale = left == null || fresh ? 0 : left.signals().size();
        return fresh ? left : null;
    }

    /** How many frames to read: of what was left and is too old only as many, so that the posts are the same at any speed. */
    int most(int maxFrames) {
        return stale == 0 ? maxFrames : Math.min(stale, maxFrames);
    }

    /** The reader is about to be asked for frames. */
    void reads() {
        readNanos = clock.nanos();
    }

    /** The first {@code count} frames of a batch of this lane are done with; 0 where all of them are to be read again. */
    void settled(Batch batch, int count) {
        rest = count > 0 && count < batch.signals().size() ? batch.after(count) : null;
    }
}
