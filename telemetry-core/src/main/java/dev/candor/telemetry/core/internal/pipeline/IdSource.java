package dev.candor.telemetry.core.internal.pipeline;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Makes the halves of UUIDv7 ids (RFC 9562): 48 bits of Unix milliseconds, the version, 74 random bits.
 *
 * <p>The random bits only have to differ, not to be secret, so they come from the thread's own generator, mixed with 128 bits that the
 * operating system gave this process: two processes that start in the same nanosecond still differ.
 */
final class IdSource {
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final long key0;
    private final long key1;

    private IdSource(long key0, long key1) {
        this.key0 = key0;
        this.key1 = key1;
    }

    static IdSource seeded() {
        byte[] seed = new byte[16];
        readSeed(seed);
        return new IdSource(number(seed, 0), number(seed, 8));
    }

    /** The upper half for an event made at {@code millis}. */
    long high(long millis) {
        return millis << 16 | VERSION_7 | ((ThreadLocalRandom.current().nextLong() ^ key0) & 0xFFF);
    }

    /** The lower half. */
    long low() {
        return VARIANT | ((ThreadLocalRandom.current().nextLong() ^ key1) >>> 2);
    }

    private static void readSeed(byte[] seed) {
        // The device costs microseconds where SecureRandom loads its providers for some milliseconds.
        try (InputStream random = new FileInputStream("/dev/urandom")) {
            if (random.read(seed) == seed.length) {
                return;
            }
        } catch (IOException noSuchDevice) {
            // Windows: the provider below asks the system.
        }
        new SecureRandom().nextBytes(seed);
    }

    private static long number(byte[] bytes, int from) {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            value = value << 8 | (bytes[from + i] & 0xFF);
        }
        return value;
    }
}
