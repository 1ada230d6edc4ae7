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
        token = hex16(tokenBits);
    }

    private final long tokenBits;

    String token() {
        return token;
    }

    synchronized String nextId(long wallMillis) {
        return id(Math.max(0, wallMillis), count++, tokenBits);
    }

    /** An id as {@link SegmentName} says; here, because a short command needs none of the rest. */
    static String id(long millis, int count, long token) {
        StringBuilder id = new StringBuilder(SegmentName.ID);
        hex(id, millis, 12);
        hex(id, count, 4);
        hex(id, token, SegmentName.TOKEN);
        return id.toString();
    }

    static String hex16(long value) {
        StringBuilder text = new StringBuilder(SegmentName.TOKEN);
        hex(text, value, SegmentName.TOKEN);
        return text.toString();
    }

    private static void hex(StringBuilder out, long value, int digits) {
        for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
            out.append(Character.forDigit((int) (value >>> shift) & 15, 16));
        }
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
