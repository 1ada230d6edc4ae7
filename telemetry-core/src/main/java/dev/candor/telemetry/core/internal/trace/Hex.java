package dev.candor.telemetry.core.internal.trace;

/** Lower-case hex numbers of fixed width, without a formatter. */
final class Hex {
    private static final char[] DIGITS = "0123456789abcdef".toCharArray();
    private static final int LONG_DIGITS = 16;

    private Hex() {}

    static String of(long value) {
        char[] text = new char[LONG_DIGITS];
        long rest = value;
        for (int i = LONG_DIGITS - 1; i >= 0; i--) {
            text[i] = DIGITS[(int) (rest & 0xF)];
            rest >>>= 4;
        }
        return new String(text);
    }

    /** Whether the part of {@code text} holds lower-case hex digits only, as W3C Trace Context demands. */
    static boolean isHex(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) {
                return false;
            }
        }
        return true;
    }

    /** The number that 16 checked digits stand for. */
    static long parse(String text, int from) {
        return Long.parseUnsignedLong(text, from, from + LONG_DIGITS, 16);
    }
}
