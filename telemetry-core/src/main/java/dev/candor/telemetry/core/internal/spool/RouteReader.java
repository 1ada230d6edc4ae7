package dev.candor.telemetry.core.internal.spool;

import java.time.Duration;
import java.util.List;

/**
 * Reads what waits for one destination, oldest first.
 *
 * <p>At least once: what was not settled comes again, in this process or in another one. One thread uses a reader; only
 * {@link #close} may come from another.
 */
public interface RouteReader {

    /**
     * The oldest waiting frames, without taking them.
     *
     * @param maxFrames how many at most
     * @param maxBytes how many bytes of payload at most; a first frame that is larger comes alone
     * @return the frames; empty when there is nothing now
     */
    List<Frame> peek(int maxFrames, int maxBytes);

    /** The first {@code count} frames of the last peek were delivered and never come again. */
    void settle(int count);

    /** The first {@code count} frames of the last peek are given up, and counted under {@code reason}. */
    void discard(int count, DropReason reason);

    /**
     * Waits until there may be new frames.
     *
     * @return whether something happened before the time was over; a peek may still find nothing
     */
    boolean await(Duration atMost) throws InterruptedException;

    /**
     * Has {@code told} run when {@code frames} came for this destination that were not taken yet, and when as many more came than then.
     *
     * <p>It runs on the thread that writes, which holds no lock then, and must return at once. A reader that only looks and a spool whose
     * callers write themselves never run it. Called once, by the thread that uses the reader.
     */
    default void whenMany(int frames, Runnable told) {}

    /** How many frames wait for this destination, as far as this process knows without searching the disk. */
    long waiting();

    /** Ends this reader; what it did not settle stays. */
    void close();
}
