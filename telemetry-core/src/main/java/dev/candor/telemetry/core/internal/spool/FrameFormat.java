package dev.candor.telemetry.core.internal.spool;

import dev.candor.telemetry.Purpose;

/**
 * One frame in bytes.
 *
 * <pre>
 * length u32 | crc32c u32 | id 16 | purpose 1 | destinations 1 + 8 each | payload
 * </pre>
 *
 * <p>Numbers are little-endian, but for the id, which stands as a UUID is printed. The length counts what follows the
 * checksum, and the checksum covers the same bytes.
 */
final class FrameFormat {

    /** No frame is longer, its first eight bytes included. */
    static final int MAX_FRAME = 256 * 1024;

    static final int PREFIX = 8;
    static final int MAX_DESTINATIONS = 8;

    /** An id, a purpose and one destination. */
    static final int MIN_LENGTH = 16 + 1 + 1 + 8;

    private FrameFormat() {}

    /** Appends a frame without its checksum; false, and nothing appended, when it would be too long. */
    static boolean write(Outgoing outgoing, PayloadBuffer out) {
        int start = out.length();
        long[] destinations = outgoing.destinations();
        begin(outgoing.idHigh(), outgoing.idLow(), outgoing.purpose(), destinations, out);
        outgoing.writePayload(out);
        if (out.overflowed() || destinations.length == 0 || destinations.length > MAX_DESTINATIONS) {
            out.truncate(start);
            return false;
        }
        out.setInt(start, out.length() - start - PREFIX);
        return true;
    }

    /** Appends a frame again, for some of its destinations, without its checksum. */
    static void write(Frame frame, long[] destinations, PayloadBuffer out) {
        int start = out.length();
        begin(frame.idHigh(), frame.idLow(), frame.purpose(), destinations, out);
        out.putBytes(frame.payload(), 0, frame.payload().length);
        out.setInt(start, out.length() - start - PREFIX);
    }

    /** Fills in the checksum of a frame that ends where the buffer ends. */
    static void seal(PayloadBuffer frame, Checksum checksum, long salt) {
        byte[] bytes = frame.array();
        frame.setInt(4, checksum.of(salt, bytes, PREFIX, frame.length() - PREFIX));
    }

    private static void begin(long high, long low, Purpose purpose, long[] destinations, PayloadBuffer out) {
        out.limit(out.length() + MAX_FRAME);
        out.putLong(0);
        putBigEndian(out, high);
        putBigEndian(out, low);
        out.putByte(code(purpose));
        out.putByte(destinations.length);
        for (long destination : destinations) {
            out.putLong(destination);
        }
    }

    // Letters, not ordinals: reordering the enum must never turn a frame of one purpose into one of another.
    static int code(Purpose purpose) {
        return purpose.name().charAt(0);
    }

    private static void putBigEndian(PayloadBuffer out, long value) {
        out.putLong(Long.reverseBytes(value));
    }
}
