package dev.candor.telemetry.core.internal.spool;

import dev.candor.telemetry.Purpose;

/**
 * Something accepted that can be written as one frame.
 *
 * <p>It must not change after it was handed to {@link Spool#append}: in the ring modes another thread writes it.
 */
public interface Outgoing {

    /** The upper half of the UUIDv7, stamped when the event was made. */
    long idHigh();

    /** The lower half of the UUIDv7. */
    long idLow();

    /** The one purpose that it was accepted for. */
    Purpose purpose();

    /** The keyed fingerprints of the destinations this frame is for, one to eight of them, without repeats. */
    long[] destinations();

    /**
     * Writes the payload.
     *
     * <p>Called once: on the caller's thread in {@link SpoolMode#COMMAND}, otherwise later and on another thread.
     */
    void writePayload(PayloadBuffer out);

    /**
     * Reads something of each object that {@link #writePayload} will read, so that the processor has them at hand then.
     *
     * @return a number that depends on all that was read, so that no compiler leaves it out
     */
    default long touch() {
        return idHigh();
    }
}
