package dev.candor.telemetry.spi;

import dev.candor.telemetry.Purpose;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The finished spans of one trace that were made in this process.
 *
 * @param traceId 32 hex digits
 * @param spans the outermost span first
 */
public record Trace(Header header, String traceId, List<Span> spans) implements Signal {

    /** Copies {@code spans}. */
    public Trace {
        spans = List.copyOf(spans);
    }

    @Override
    public Purpose purpose() {
        return Purpose.TRACES;
    }

    /** The outermost span. */
    public Span root() {
        return spans.get(0);
    }

    /**
     * One finished span.
     *
     * @param spanId 16 hex digits
     * @param parentSpanId 16 hex digits; empty where there is no parent
     * @param name such as {@code extract}
     * @param start when it began
     * @param end when it ended
     * @param failed whether it failed
     * @param failure the type of what it failed by, with the redacted message where there is one; may be empty
     * @param attributes what was set on it; {@code input} and {@code output} among them
     */
    public record Span(
            String spanId,
            String parentSpanId,
            String name,
            Instant start,
            Instant end,
            boolean failed,
            String failure,
            Map<String, Object> attributes) {
        /** Copies {@code attributes}. */
        public Span {
            attributes = Ordered.copy(attributes);
        }
    }
}
