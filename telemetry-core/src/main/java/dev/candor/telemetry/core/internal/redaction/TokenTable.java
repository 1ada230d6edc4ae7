package dev.candor.telemetry.core.internal.redaction;

/** What is known about tokens, found by one look: an open-addressed table from a token's code to a mask of flags. */
final class TokenTable {

    private final long[] codes = new long[1024];
    private final byte[] flags = new byte[codes.length];
    // the lengths of the words with a first letter, a bit each: what most tokens are ruled out by
    private final int[] lengths = new int[32];

    /** Gives each of the words, which are parted by blanks, a flag more. */
    TokenTable with(int flag, String words) {
        for (String each : words.split(" ", -1)) {
            char[] chars = each.toCharArray();
            long code = code(chars, 0, chars.length);
            int slot = slot(code);
            codes[slot] = code;
            flags[slot] |= (byte) flag;
            lengths[chars[0] & 31] |= 1 << chars.length;
        }
        return this;
    }

    /** The flags of the token in the range; 0 when it is none of the words. */
    int of(char[] chars, int from, int to) {
        int length = to - from;
        boolean maybe = length > 0 && length < 32 && (lengths[chars[from] & 31] & 1 << length) != 0;
        return maybe ? flags[slot(code(chars, from, to))] : 0;
    }

    private int slot(long code) {
        int slot = (int) ((code * 0x9E3779B97F4A7C15L) >>> 54);
        while (codes[slot] != 0 && codes[slot] != code) {
            slot = (slot + 1) & (codes.length - 1);
        }
        return slot;
    }

    /** Up to twelve letters as one number, in any case; of a longer token also the length. */
    private static long code(char[] chars, int from, int to) {
        long code = 0;
        int end = Math.min(to, from + 12);
        for (int i = from; i < end; i++) {
            code = code << 5 | (chars[i] & 31);
        }
        return to - from > 12 ? code * 31 + (to - from) : code;
    }
}
