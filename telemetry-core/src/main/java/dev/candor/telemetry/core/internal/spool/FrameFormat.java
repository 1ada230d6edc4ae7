package dev.candor.telemetry.core.internal.spool;

import dev.candor.telemetry.Purpose;
import org.jspecify.annotations.Nullable;

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

    private static final int PURPOSE_AT = PREFIX + 16;
    private static final int DESTINATIONS_AT = PURPOSE_AT + 1;

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

    /** The length at an offset when a whole frame may stand there; -1 when none can. Does not check the checksum. */
    static int lengthAt(byte[] bytes, int at, int end) {
        if (end - at < PREFIX + MIN_LENGTH) {
            return -1;
        }
        int length = Bytes.intAt(bytes, at);
        if (length < MIN_LENGTH || length > MAX_FRAME - PREFIX || length > end - at - PREFIX) {
            return -1;
        }
        int count = bytes[at + DESTINATIONS_AT];
        boolean fits = count > 0 && count <= MAX_DESTINATIONS && 18 + 8 * count <= length;
        return fits && purpose(bytes[at + PURPOSE_AT]) != null ? length : -1;
    }

    static Purpose purposeAt(byte[] bytes, int at) {
        Purpose purpose = purpose(bytes[at + PURPOSE_AT]);
        if (purpose == null) {
            throw new IllegalStateException("not a frame");
        }
        return purpose;
    }

    static long timeAt(byte[] bytes, int at) {
        return bigEndian(bytes, at + PREFIX) >>> 16;
    }

    static int destinationsAt(byte[] bytes, int at) {
        return bytes[at + DESTINATIONS_AT];
    }

    static long destinationAt(byte[] bytes, int at, int index) {
        return Bytes.longAt(bytes, at + DESTINATIONS_AT + 1 + 8 * index);
    }

    static Frame read(byte[] bytes, int at) {
        int length = Bytes.intAt(bytes, at);
        long[] destinations = new long[destinationsAt(bytes, at)];
        for (int i = 0; i < destinations.length; i++) {
            destinations[i] = destinationAt(bytes, at, i);
        }
        int payloadAt = at + DESTINATIONS_AT + 1 + 8 * destinations.length;
        byte[] payload = new byte[at + PREFIX + length - payloadAt];
        System.arraycopy(bytes, payloadAt, payload, 0, payload.length);
        return new Frame(
                bigEndian(bytes, at + PREFIX),
                bigEndian(bytes, at + PREFIX + 8),
                purposeAt(bytes, at),
                destinations,
                payload);
    }

    // Letters, not ordinals: reordering the enum must never turn a frame of one purpose into one of another.
    static int code(Purpose purpose) {
        return purpose.name().charAt(0);
    }

    private static @Nullable Purpose purpose(int code) {
        return switch (code) {
            case 'U' -> Purpose.USAGE;
            case 'E' -> Purpose.ERRORS;
            case 'T' -> Purpose.TRACES;
            case 'M' -> Purpose.METRICS;
            case 'L' -> Purpose.LOGS;
            default -> null;
        };
    }

    private static void putBigEndian(PayloadBuffer out, long value) {
        out.putLong(Long.reverseBytes(value));
    }

    private static long bigEndian(byte[] bytes, int at) {
        return Long.reverseBytes(Bytes.longAt(bytes, at));
    }
}
