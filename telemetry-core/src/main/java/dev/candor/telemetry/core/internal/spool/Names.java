package dev.candor.telemetry.core.internal.spool;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Words that come again in nearly every payload, such as the names of attributes: bytes that came before mostly give the string of before.
 *
 * <p>That string has its hash already, and whoever keeps something by it finds it by identity. Not for use by several threads.
 */
public final class Names {
    /** A power of two; a name that falls on another one's place takes it. */
    private static final int PLACES = 256;

    private static final int LONGEST = 64;

    private final byte[][] written = new byte[PLACES][0];
    private final String[] names = new String[PLACES];

    /** Knows nothing yet. */
    public Names() {}

    /** The bytes as UTF-8. */
    String of(byte[] bytes, int at, int length) {
        if (length == 0 || length > LONGEST) {
            return new String(bytes, at, length, StandardCharsets.UTF_8);
        }
        int place = place(bytes, at, length);
        byte[] known = written[place];
        if (Arrays.equals(known, 0, known.length, bytes, at, at + length)) {
            return names[place];
        }
        String name = new String(bytes, at, length, StandardCharsets.UTF_8);
        written[place] = Arrays.copyOfRange(bytes, at, at + length);
        names[place] = name;
        return name;
    }

    private static int place(byte[] bytes, int at, int length) {
        int mixed = length;
        mixed = mixed * 31 + bytes[at];
        mixed = mixed * 31 + bytes[at + length / 2];
        mixed = mixed * 31 + bytes[at + length - 1];
        return mixed & (PLACES - 1);
    }
}
