package dev.candor.telemetry.core.internal.spool;

import dev.candor.telemetry.Purpose;
import java.util.Arrays;
import java.util.UUID;

/**
 * One event as it was spooled.
 *
 * <p>The arrays are the frame's own: readers do not change them. They are not copied because a batch would pay for it
 * hundreds of times.
 *
 * @param idHigh the upper half of the UUIDv7
 * @param idLow the lower half of the UUIDv7
 * @param purpose what it was accepted for
 * @param destinations the keyed fingerprints of its destinations
 * @param payload the bytes that {@link Outgoing#writePayload} wrote
 */
@SuppressWarnings("ArrayRecordComponent") // equality is by content, below
public record Frame(long idHigh, long idLow, Purpose purpose, long[] destinations, byte[] payload) {

    /** The id that vendors deduplicate by. */
    public UUID id() {
        return new UUID(idHigh, idLow);
    }

    /** When the event was made, in milliseconds since 1970: the first 48 bits of its UUIDv7. */
    public long timeMillis() {
        return idHigh >>> 16;
    }

    /** Whether this frame is meant for a destination. */
    public boolean isFor(long destination) {
        for (long each : destinations) {
            if (each == destination) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Frame that
                && idHigh == that.idHigh
                && idLow == that.idLow
                && purpose == that.purpose
                && Arrays.equals(destinations, that.destinations)
                && Arrays.equals(payload, that.payload);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(idHigh * 31 + idLow);
    }

    @Override
    public String toString() {
        return "Frame[" + id() + ", " + purpose + ", " + payload.length + " bytes]";
    }
}
