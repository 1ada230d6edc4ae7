package dev.candor.telemetry.core.internal.identity;

import java.util.Arrays;

/**
 * SHA-256 in plain Java.
 *
 * <p>The runtime's own is faster once it runs, but its providers take 30 ms and more to start in a new process: three times what a
 * whole short command may cost. For a few short names that decides.
 *
 * @see <a href="https://csrc.nist.gov/pubs/fips/180-4/upd1/final">FIPS 180-4</a>
 */
final class Sha256 {

    static final int BLOCK = 64;

    /** The first 32 bits of the fractions of the cube roots of the first 64 primes. */
    private static final int[] K = {
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98,
                0x12835b01,
        0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6,
                0x240ca1cc,
        0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3,
                0xd5a79147,
        0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e,
                0x92722c85,
        0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116,
                0x1e376c08,
        0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814,
                0x8cc70208,
        0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2
    };

    /** The first 32 bits of the fractions of the square roots of the first 8 primes. */
    private static final int[] FIRST = {
        0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19
    };

    private static final Sha256 BEGINNING = new Sha256(FIRST, 0);

    private final int[] state;
    private final int gone;

    private Sha256(int[] state, int gone) {
        this.state = state;
        this.gone = gone;
    }

    /** The digest of a message. */
    static byte[] of(byte[] message) {
        return BEGINNING.then(message);
    }

    /** What is known once a first block was gone through. */
    static Sha256 after(byte[] block) {
        int[] state = FIRST.clone();
        block(state, block, 0, new int[BLOCK]);
        return new Sha256(state, BLOCK);
    }

    /** The digest of what was gone through and then {@code rest}. */
    byte[] then(byte[] rest) {
        int[] now = state.clone();
        int[] words = new int[BLOCK];
        byte[] padded = padded(rest);
        for (int at = 0; at < padded.length; at += BLOCK) {
            block(now, padded, at, words);
        }
        byte[] digest = new byte[32];
        for (int i = 0; i < now.length; i++) {
            put(now[i], digest, 4 * i);
        }
        return digest;
    }

    /** The message, one bit, zeros up to the last eight bytes of a block, and there the length of all in bits. */
    private byte[] padded(byte[] rest) {
        byte[] padded = Arrays.copyOf(rest, (rest.length + 8) / BLOCK * BLOCK + BLOCK);
        padded[rest.length] = (byte) 0x80;
        long bits = 8L * (gone + (long) rest.length);
        put((int) (bits >>> 32), padded, padded.length - 8);
        put((int) bits, padded, padded.length - 4);
        return padded;
    }

    private static void block(int[] state, byte[] message, int from, int[] words) {
        schedule(message, from, words);
        int a = state[0];
        int b = state[1];
        int c = state[2];
        int d = state[3];
        int e = state[4];
        int f = state[5];
        int g = state[6];
        int h = state[7];
        for (int i = 0; i < 64; i++) {
            int sum1 = Integer.rotateRight(e, 6) ^ Integer.rotateRight(e, 11) ^ Integer.rotateRight(e, 25);
            int first = h + sum1 + ((e & f) ^ (~e & g)) + K[i] + words[i];
            int sum0 = Integer.rotateRight(a, 2) ^ Integer.rotateRight(a, 13) ^ Integer.rotateRight(a, 22);
            int second = sum0 + ((a & b) ^ (a & c) ^ (b & c));
            h = g;
            g = f;
            f = e;
            e = d + first;
            d = c;
            c = b;
            b = a;
            a = first + second;
        }
        state[0] += a;
        state[1] += b;
        state[2] += c;
        state[3] += d;
        state[4] += e;
        state[5] += f;
        state[6] += g;
        state[7] += h;
    }

    private static void schedule(byte[] message, int from, int[] words) {
        for (int i = 0; i < 16; i++) {
            words[i] = get(message, from + 4 * i);
        }
        for (int i = 16; i < 64; i++) {
            int x = words[i - 15];
            int y = words[i - 2];
            int small0 = Integer.rotateRight(x, 7) ^ Integer.rotateRight(x, 18) ^ (x >>> 3);
            int small1 = Integer.rotateRight(y, 17) ^ Integer.rotateRight(y, 19) ^ (y >>> 10);
            words[i] = words[i - 16] + small0 + words[i - 7] + small1;
        }
    }

    private static int get(byte[] bytes, int at) {
        return (bytes[at] & 255) << 24
                | (bytes[at + 1] & 255) << 16
                | (bytes[at + 2] & 255) << 8
                | (bytes[at + 3] & 255);
    }

    private static void put(int word, byte[] bytes, int at) {
        bytes[at] = (byte) (word >>> 24);
        bytes[at + 1] = (byte) (word >>> 16);
        bytes[at + 2] = (byte) (word >>> 8);
        bytes[at + 3] = (byte) word;
    }
}
