package dev.candor.telemetry.core.internal.spool;

/**
 * How old frames are, when the clock cannot be trusted.
 *
 * <p>The present is the earlier of what the clock says and what it said at the start plus the time that has really
 * passed since: a clock that jumps ahead makes nothing old. A frame from the future is as old as the time that its
 * segment was seen lying there: a clock that was ahead keeps nothing for ever.
 */
final class Ages {

    private final Time time;
    private final long startWall;
    private final long startMonotonic;

    Ages(Time time) {
        this.time = time;
        this.startWall = time.wallMillis();
        this.startMonotonic = time.monotonicMillis();
    }

    long now() {
        return Math.min(time.wallMillis(), startWall + time.monotonicMillis() - startMonotonic);
    }

    long monotonic() {
        return time.monotonicMillis();
    }

    /** The present for many frames, so that the clocks are read once. */
    Moment moment() {
        return new Moment(now(), time.monotonicMillis());
    }

    /** A moment by both clocks, in milliseconds. */
    record Moment(long now, long monotonic) {

        /** How old a frame is, in milliseconds. */
        long age(long madeAt, Segment in) {
            long kept = monotonic - in.since;
            if (madeAt > now) {
                return Math.max(kept, in.modified > 0 && in.modified <= now ? now - in.modified : 0);
            }
            return in.ours ? Math.min(now - madeAt, kept) : now - madeAt;
        }
    }
}
