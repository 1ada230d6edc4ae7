package dev.candor.telemetry.core.internal.trace;

import dev.candor.telemetry.core.internal.codec.FrameWriter;
import dev.candor.telemetry.core.internal.spool.PayloadBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a span says beside its name, in the order in which it was said first: keys and values side by side.
 *
 * <p>Spans have a handful of attributes, for which an array is smaller than a map, and quicker. Guarded by its span.
 */
final class SpanAttributes {
    private static final Object[] NONE = {};
    private static final int FEW = 8;

    private Object[] entries = NONE;
    private int used;

    /** Sets one; a key that is new is left out when there are {@code most} already. */
    void put(String key, Object value, int most) {
        for (int i = 0; i < used; i += 2) {
            if (entries[i].equals(key)) {
                entries[i + 1] = value;
                return;
            }
        }
        if (used >= 2 * most) {
            return;
        }
        if (used == entries.length) {
            entries = Arrays.copyOf(entries, Math.max(FEW, 2 * used));
        }
        entries[used++] = key;
        entries[used++] = value;
    }

    int size() {
        return used / 2;
    }

    /** As {@link dev.candor.telemetry.core.internal.spool.Outgoing#touch}. */
    long touch() {
        return entries.length;
    }

    void write(PayloadBuffer out) {
        for (int i = 0; i < used; i += 2) {
            FrameWriter.attribute(out, (String) entries[i], entries[i + 1]);
        }
    }

    Map<String, Object> asMap() {
        Map<String, Object> all = new LinkedHashMap<>();
        for (int i = 0; i < used; i += 2) {
            all.put((String) entries[i], entries[i + 1]);
        }
        return all;
    }
}
