package dev.candor.telemetry.core.internal.identity;

/**
 * SipHash-2-4 of one 64-bit word: without the key, its outputs cannot be told from random ones nor linked to each other.
 *
 * <p>A plain fast generator would not do: from one of its outputs the next can be computed, which would link the events that
 * are meant to be strangers.
 *
 * @see <a href="https://www.aumasson.jp/siphash/siphash.pdf">Aumasson and Bernstein, SipHash</a>
 */
final class SipHash {

    private static final long LENGTH_BLOCK = 8L << 56;

    private final long k0;
    private final long k1;

    /** @param key 16 bytes */
    SipHash(byte[] key) {
        k0 = little(key, 0);
        k1 = little(key, 8);
    }

    long of(long word) {
        long v0 = k0 ^ 0x736f6d6570736575L;
        long v1 = k1 ^ 0x646f72616e646f6dL;
        long v2 = k0 ^ 0x6c7967656e657261L;
        long v3 = k1 ^ 0x7465646279746573L;
        long block = word;
        // Two rounds for the word, two for the length, four to finish.
        for (int round = 0; round < 8; round++) {
            if (round == 0 || round == 2) {
                v3 ^= block;
            } else if (round == 4) {
                v2 ^= 0xff;
            }
            v0 += v1;
            v2 += v3;
            v1 = Long.rotateLeft(v1, 13) ^ v0;
            v3 = Long.rotateLeft(v3, 16) ^ v2;
            v0 = Long.rotateLeft(v0, 32);
            v2 += v1;
            v0 += v3;
            v1 = Long.rotateLeft(v1, 17) ^ v2;
            v3 = Long.rotateLeft(v3, 21) ^ v0;
            v2 = Long.rotateLeft(v2, 32);
            if (round == 1) {
                v0 ^= block;
                block = LENGTH_BLOCK;
            } else if (round == 3) {
                v0 ^= block;
            }
        }
        return v0 ^ v1 ^ v2 ^ v3;
    }

    private static long little(byte[] bytes, int from) {
        long value = 0;
        for (int i = 7; i >= 0; i--) {
            value = (value << 8) | (bytes[from + i] & 0xff);
        }
        return value;
    }
}
