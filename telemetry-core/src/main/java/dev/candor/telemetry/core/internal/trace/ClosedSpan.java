package dev.candor.telemetry.core.internal.trace;

import dev.candor.telemetry.core.internal.codec.TraceWriter;
import dev.candor.telemetry.core.internal.spool.PayloadBuffer;
import dev.candor.telemetry.spi.Trace;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a span came to; made when it ends, and never changed after that.
 *
 * <p>Whoever writes it comes milliseconds later and has nothing of it in its processor's caches: all that it needs was made at one
 * moment, and so stands side by side in memory.
 *
 * @param parentId 0 for none
 * @param start in nanoseconds since 1970, as {@code end}
 * @param failure empty where it did not fail
 * @param attributes null where it has none; nobody else changes them any more
 */
record ClosedSpan(
        long id,
        long parentId,
        String name,
        long start,
        long end,
        boolean failed,
        String failure,
        @Nullable SpanAttributes attributes) {
    private static final long NANOS = 1_000_000_000L;

    Trace.Span span() {
        return new Trace.Span(
                Hex.of(id),
                parentId == 0 ? "" : Hex.of(parentId),
                name,
                instant(start),
                instant(end),
                failed,
                failure,
                attributes == null ? Map.of() : attributes.asMap());
    }

    /** Writes what {@link #span} would hold. */
    void write(PayloadBuffer out) {
        TraceWriter.span(out, id, parentId, name, start, end, failed, failure);
        if (attributes == null) {
            out.putVarint(0);
        } else {
            out.putVarint(attributes.size());
            attributes.write(out);
        }
    }

    /** As {@link dev.candor.telemetry.core.internal.spool.Outgoing#touch}. */
    long touch() {
        return end + (attributes == null ? 0 : attributes.touch());
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(nanos / NANOS, nanos % NANOS);
    }
}
