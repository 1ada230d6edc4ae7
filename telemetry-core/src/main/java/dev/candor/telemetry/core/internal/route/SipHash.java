package dev.candor.telemetry.core.internal.route;

/**
 * SipHash-2-4 (Aumasson and Bernstein, 2012): a keyed 64-bit hash that needs no security provider, whose loading a short command would feel.
 */
public final class SipHash {
    private final long key0;
    private final long key1;

    /** Takes the 128-bit key in two halves. */
    public SipHash(long key0, long key1) {
        this.key0 = key0;
        this.key1 = key1;
    }

    /** Takes the key as 16 bytes. */
    public static SipHash of(byte[] key) {
        return new SipHash(littleEndian(key, 0, 8), littleEndian(key, 8, 8));
    }

    /** The hash of {@code bytes}. */
    public long hash(byte[] bytes) {
        State state = new State(key0, key1);
        int whole = bytes.length & ~7;
        for (int i = 0; i < whole; i += 8) {
            state.block(littleEndian(bytes, i, 8));
        }
        state.block(littleEndian(bytes, whole, bytes.length - whole) | (long) bytes.length << 56);
        return state.finish();
    }

    private static long littleEndian(byte[] bytes, int from, int count) {
        long value = 0;
        for (int i = 0; i < count; i++) {
            value |= (bytes[from + i] & 0xFFL) << (8 * i);
        }
        return value;
    }

    private static final class State {
        private long v0;
        private long v1;
        private long v2;
        private long v3;

        State(long key0, long key1) {
            v0 = key0 ^ 0x736f6d6570736575L;
            v1 = key1 ^ 0x646f72616e646f6dL;
            v2 = key0 ^ 0x6c7967656e657261L;
            v3 = key1 ^ 0x7465646279746573L;
        }

        void block(long word) {
            v3 ^= word;
            round();
            round();
            v0 ^= word;
        }

        long finish() {
            v2 ^= 0xff;
            round();
            round();
            round();
            round();
            return v0 ^ v1 ^ v2 ^ v3;
        }

        private void round() {
            v0 += v1;
            v1 = Long.rotateLeft(v1, 13) ^ v0;
            v0 = Long.rotateLeft(v0, 32);
            v2 += v3;
            v3 = Long.rotateLeft(v3, 16) ^ v2;
            v0 += v3;
            v3 = Long.rotateLeft(v3, 21) ^ v0;
            v2 += v1;
            v1 = Long.rotateLeft(v1, 17) ^ v2;
            v2 = Long.rotateLeft(v2, 32);
        }
    }
}
