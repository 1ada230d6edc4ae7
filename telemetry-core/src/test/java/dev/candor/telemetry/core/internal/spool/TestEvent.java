package dev.candor.telemetry.core.internal.spool;

import dev.candor.telemetry.Purpose;
import java.util.UUID;

/** An event whose payload can be recomputed from its number, so that a test sees any change. */
record TestEvent(long time, long number, Purpose purpose, int size, long... destinations) implements Outgoing {

    static final long A = 0xA1L << 40;
    static final long B = 0xB2L << 40;

    static TestEvent of(long number) {
        return new TestEvent(1_700_000_000_000L, number, Purpose.USAGE, 40, A);
    }

    TestEvent at(long millis) {
        return new TestEvent(millis, number, purpose, size, destinations);
    }

    TestEvent about(Purpose other) {
        return new TestEvent(time, number, other, size, destinations);
    }

    TestEvent sized(int other) {
        return new TestEvent(time, number, purpose, other, destinations);
    }

    TestEvent to(long... others) {
        return new TestEvent(time, number, purpose, size, others);
    }

    @Override
    public long idHigh() {
        return time << 16 | 0x7000;
    }

    @Override
    public long idLow() {
        return number;
    }

    UUID id() {
        return new UUID(idHigh(), idLow());
    }

    @Override
    public void writePayload(PayloadBuffer out) {
        byte[] payload = payload(number, size);
        out.putBytes(payload, 0, payload.length);
    }

    static byte[] payload(long number, int size) {
        byte[] payload = new byte[size];
        long state = number * 0x9E3779B97F4A7C15L + size;
        for (int i = 0; i < size; i++) {
            state = state * 6364136223846793005L + 1442695040888963407L;
            payload[i] = (byte) (state >>> 56);
        }
        return payload;
    }

    /** Whether a frame is exactly what this class once wrote for its number. */
    static boolean isIntact(Frame frame) {
        return java.util.Arrays.equals(frame.payload(), payload(frame.idLow(), frame.payload().length));
    }
}
