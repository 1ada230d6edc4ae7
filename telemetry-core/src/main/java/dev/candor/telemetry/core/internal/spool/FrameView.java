package dev.candor.telemetry.core.internal.spool;

import dev.candor.telemetry.Purpose;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Looks at frames where they stand, as {@link FrameFormat} wrote them. */
final class FrameView {

    private static final int PURPOSE_AT = FrameFormat.PREFIX + 16;
    private static final int DESTINATIONS_AT = PURPOSE_AT + 1;

    private FrameView() {}

    /** The length at an offset when a whole frame may stand there; -1 when none can. Does not check the checksum. */
    static int lengthAt(byte[] bytes, int at, int end) {
        if (end - at < FrameFormat.PREFIX + FrameFormat.MIN_LENGTH) {
            return -1;
        }
        int length = PayloadBuffer.intAt(bytes, at);
        if (length < FrameFormat.MIN_LENGTH
                || length > FrameFormat.MAX_FRAME - FrameFormat.PREFIX
                || length > end - at - FrameFormat.PREFIX) {
            return -1;
        }
        int count = bytes[at + DESTINATIONS_AT];
        boolean fits = count > 0 && count <= FrameFormat.MAX_DESTINATIONS && 18 + 8 * count <= length;
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
        return bigEndian(bytes, at + FrameFormat.PREFIX) >>> 16;
    }

    static UUID idAt(byte[] bytes, int at) {
        return new UUID(bigEndian(bytes, at + FrameFormat.PREFIX), bigEndian(bytes, at + FrameFormat.PREFIX + 8));
    }

    static int destinationsAt(byte[] bytes, int at) {
        return bytes[at + DESTINATIONS_AT];
    }

    static long destinationAt(byte[] bytes, int at, int index) {
        return PayloadBuffer.longAt(bytes, at + DESTINATIONS_AT + 1 + 8 * index);
    }

    static Frame read(byte[] bytes, int at) {
        int length = PayloadBuffer.intAt(bytes, at);
        long[] destinations = new long[destinationsAt(bytes, at)];
        for (int i = 0; i < destinations.length; i++) {
            destinations[i] = destinationAt(bytes, at, i);
        }
        int payloadAt = at + DESTINATIONS_AT + 1 + 8 * destinations.length;
        byte[] payload = new byte[at + FrameFormat.PREFIX + length - payloadAt];
        System.arraycopy(bytes, payloadAt, payload, 0, payload.length);
        return new Frame(
                bigEndian(bytes, at + FrameFormat.PREFIX),
                bigEndian(bytes, at + FrameFormat.PREFIX + 8),
                purposeAt(bytes, at),
                destinations,
                payload);
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

    private static long bigEndian(byte[] bytes, int at) {
        return Long.reverseBytes(PayloadBuffer.longAt(bytes, at));
    }
}
