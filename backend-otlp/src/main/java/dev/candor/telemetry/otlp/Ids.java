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
        int next = 0;
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            if (c != '-' && (next == plain.length() || plain.charAt(next++) != c)) {
                return false;
            }
        }
        return next == plain.length();
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
