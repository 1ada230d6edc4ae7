package dev.candor.telemetry.core.internal.redaction;

/** The shape of a UUID. */
final class Uuid {

    static final int LENGTH = 36;

    private Uuid() {}

    /** Where the first UUID in the range starts, or -1. */
    static int in(char[] text, int start, int end) {
        for (int i = start; i + LENGTH <= end; i++) {
            if (text[i + 8] == '-' && at(text, i)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean at(char[] text, int start) {
        for (int i = 0; i < LENGTH; i++) {
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            if (dash ? text[start + i] != '-' : !Ascii.hex(text[start + i])) {
                return false;
            }
        }
        return true;
    }
}
