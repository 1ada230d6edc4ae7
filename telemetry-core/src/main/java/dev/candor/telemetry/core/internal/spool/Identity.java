package dev.candor.telemetry.core.internal.spool;

/**
 * Names that no other spool on this machine gives: this spool's token, segment ids and salts.
 *
 * <p>They need to differ, not to be secret from the user; {@link java.security.SecureRandom} would cost a cold process
 * tens of milliseconds. Every file is created exclusively, so even equal names could not meet.
 */
final class Identity {

    private final String token;
    private long state;
    private int count;

    Identity(Time time) {
        state = mix(System.nanoTime()) ^ mix(time.wallMillis() + 31L * System.identityHashCode(this));
        state ^= mix(Runtime.getRuntime().freeMemory() + System.identityHashCode(Thread.currentThread()));
        tokenBits = next();
        token = SegmentName.hex16(tokenBits);
    }

    private final long tokenBits;

    String token() {
        return token;
    }

    synchronized String nextId(long wallMillis) {
        return SegmentName.id(Math.max(0, wallMillis), count++, tokenBits);
    }

    synchronized long next() {
        state += 0x9E3779B97F4A7C15L;
        return mix(state);
    }

    /** The finaliser of SplitMix64, see Steele, Lea and Flood, "Fast splittable pseudorandom number generators". */
    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
