package dev.candor.telemetry.core.internal.spool;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What was written for the names that came first: keys and kinds of events, the same few objects in frame after frame.
 *
 * <p>The names that come later are written out each time; so one that never comes again takes no other's room for long runs, and the
 * memory is bounded. One thread at a time.
 */
final class WrittenNames {
    private static final int PLACES = 64;

    private final @Nullable String[] names = new @Nullable String[PLACES];
    private final byte[][] written = new byte[PLACES][];

    /** What was written for it; null when it is not known. */
    byte @Nullable [] of(String name) {
        int place = place(name);
        return name.equals(names[place]) ? written[place] : null;
    }

    /** Remembers what stands from an offset to another, if there is room. */
    void keep(String name, byte[] bytes, int from, int to) {
        int place = place(name);
        if (names[place] == null) {
            names[place] = name;
            written[place] = Arrays.copyOfRange(bytes, from, to);
        }
    }

    private static int place(String name) {
        return name.hashCode() & (PLACES - 1);
    }
}
