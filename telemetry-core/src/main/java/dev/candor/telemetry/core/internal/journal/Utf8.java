package dev.candor.telemetry.core.internal.journal;

/** Tells text from other bytes (RFC 3629). */
final class Utf8 {
    private static final int LONGEST = 4;

    private Utf8() {}

    /** How many of the first {@code count} bytes are text: all but a character that is cut there; -1 where they are something else. */
    static int text(byte[] bytes, int count) {
        int at = 0;
        while (at < count) {
            int length = bytes[at] >= 0 ? 1 : lengthAt(bytes, at, count);
            if (length == 0) {
                return count < bytes.length && count - at < LONGEST ? at : -1;
            }
            at += length;
        }
        return at;
    }

    /** How many bytes the character takes that begins at an offset and is not ASCII; 0 where there is none. */
    private static int lengthAt(byte[] bytes, int at, int end) {
        int length = length(bytes[at] & 0xFF);
        if (length == 0 || at + length > end || !isSecond(bytes[at] & 0xFF, bytes[at + 1] & 0xFF)) {
            return 0;
        }
        for (int i = at + 2; i < at + length; i++) {
            if ((bytes[i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return length;
    }

    private static int length(int first) {
        if (first < 0xC2 || first > 0xF4) {
            return 0;
        }
        return first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    }

    /** Some first bytes take fewer second ones, so that a character is written in one way only and is no half of a pair. */
    private static boolean isSecond(int first, int second) {
        int least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
        int most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
        return second >= least && second <= most;
    }
}
