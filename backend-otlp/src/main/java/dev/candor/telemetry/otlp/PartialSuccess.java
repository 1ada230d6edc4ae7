package dev.candor.telemetry.otlp;

/**
 * How many records a receiver refused while it took the rest: {@code partial_success.rejected_*} of an {@code Export*ServiceResponse}.
 *
 * <p>All three responses have the same shape: message field 1 holds varint field 1. OpenTelemetry's exporters discard the response, and
 * their reader of it is internal.
 */
final class PartialSuccess {
    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED32 = 5;

    private final byte[] message;
    private final int end;
    private int at;

    private PartialSuccess(byte[] message, int from, int end) {
        this.message = message;
        this.at = from;
        this.end = end;
    }

    /** The number in the response; 0 where it is empty, says nothing of it, or is not such a response. */
    static long refused(byte[] response) {
        try {
            return new PartialSuccess(response, 0, response.length).inner();
        } catch (IndexOutOfBoundsException | IllegalStateException notSuchResponse) {
            return 0;
        }
    }

    private long inner() {
        long refused = 0;
        while (at < end) {
            long tag = varint();
            if (tag == (1 << 3 | BYTES)) {
                int length = length();
                refused += new PartialSuccess(message, at, at + length).count();
                at += length;
            } else {
                skip(tag);
            }
        }
        return refused;
    }

    private long count() {
        long count = 0;
        while (at < end) {
            long tag = varint();
            if (tag == (1 << 3 | VARINT)) {
                count = Math.max(0, varint());
            } else {
                skip(tag);
            }
        }
        return count;
    }

    private void skip(long tag) {
        switch ((int) (tag & 7)) {
            case VARINT -> varint();
            case FIXED64 -> at += 8;
            case BYTES -> {
                int length = length();
                at += length;
            }
            case FIXED32 -> at += 4;
            default -> throw new IllegalStateException("no such wire type");
        }
    }

    private int length() {
        long length = varint();
        if (length < 0 || length > end - at) {
            throw new IllegalStateException("longer than the message");
        }
        return (int) length;
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (at >= end) {
                throw new IllegalStateException("ends inside a number");
            }
            byte next = message[at++];
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalStateException("number too long");
    }
}
