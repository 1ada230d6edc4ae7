package dev.candor.telemetry.otlp;

import dev.candor.telemetry.spi.Header;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import java.time.Instant;

/** Ids and times as OTLP writes them. */
final class Ids {
    /** OTLP has no id that a receiver could tell a second copy by, so it goes as an attribute. */
    static final String EVENT_ID = "event.id";

    private Ids() {}

    /** The signal's id. */
    static String eventId(Header header) {
        return header.id().toString();
    }

    /** Whether {@code plain} is the id without its dashes. */
    static boolean samePlain(String id, String plain) {
        return plain.length() == 32
                && id.regionMatches(0, plain, 0, 8)
                && id.regionMatches(9, plain, 8, 4)
                && id.regionMatches(14, plain, 12, 4)
                && id.regionMatches(19, plain, 16, 4)
                && id.regionMatches(24, plain, 20, 12);
    }

    /** Nanoseconds since 1970. */
    static long nanos(Instant time) {
        return Math.addExact(Math.multiplyExact(time.getEpochSecond(), 1_000_000_000L), time.getNano());
    }

    /** A place in a trace; none where either id is missing or malformed. */
    static SpanContext context(String traceId, String spanId) {
        return traceId.isEmpty() || spanId.isEmpty()
                ? SpanContext.getInvalid()
                : SpanContext.create(traceId, spanId, TraceFlags.getSampled(), TraceState.getDefault());
    }
}
