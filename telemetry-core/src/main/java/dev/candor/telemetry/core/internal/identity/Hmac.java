package dev.candor.telemetry.core.internal.identity;

/**
 * HMAC-SHA-256 (RFC 2104) with one key, of which the two blocks are gone through once and not for each message.
 *
 * <p>Safe for use by several threads.
 */
final class Hmac {
    private static final byte INNER = 0x36;
    private static final byte OUTER = 0x5c;

    private final Sha256 inner;
    private final Sha256 outer;

    Hmac(byte[] key) {
        byte[] fitting = key.length > Sha256.BLOCK ? Sha256.of(key) : key;
        inner = Sha256.after(block(fitting, INNER));
        outer = Sha256.after(block(fitting, OUTER));
    }

    /** The 32 bytes for {@code message}. */
    byte[] of(byte[] message) {
        return outer.then(inner.then(message));
    }

    private static byte[] block(byte[] key, byte mask) {
        byte[] block = new byte[Sha256.BLOCK];
        for (int i = 0; i < block.length; i++) {
            block[i] = (byte) ((i < key.length ? key[i] : 0) ^ mask);
        }
        return block;
    }
}
