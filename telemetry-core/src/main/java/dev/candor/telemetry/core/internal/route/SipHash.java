package dev.candor.telemetry.core.internal.route;

/**
 * SipHash-2-4 (Aumasson and Bernstein, 2012): a keyed 64-bit hash that needs no security provider, whose loading a short command would feel.
 *
 * <p>Immutable.
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
        return hash(bytes, 0, bytes.length);
    }

    /** The hash of {@code count} bytes from {@code from} on. */
    public long hash(byte[] bytes, int from, int count) {
        long v0 = key0 ^ 0x736f6d6570736575L;
        long v1 = key1 ^ 0x646f72616e646f6dL;
        long v2 = key0 ^ 0x6c7967656e657261L;
        long v3 = key1 ^ 0x7465646279746573L;
        int words = count >> 3;
        // The words, the last one with the length, and the end: one loop, so that the round is there once.
        for (int i = 0; i <= words + 1; i++) {
            boolean end = i > words;
            long word = end ? 0 : littleEndian(bytes, from + (i << 3), i < words ? 8 : count & 7);
            if (i == words) {
                word |= (long) count << 56;
            }
            v2 ^= end ? 0xff : 0;
            v3 ^= word;
            for (int round = end ? 4 : 2; round > 0; round--) {
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
            v0 ^= word;
        }
        return v0 ^ v1 ^ v2 ^ v3;
    }

    private static long littleEndian(byte[] bytes, int from, int count) {
        long value = 0;
        for (int i = 0; i < count; i++) {
            value |= (bytes[from + i] & 0xFFL) << (8 * i);
        }
        return value;
    }
}
