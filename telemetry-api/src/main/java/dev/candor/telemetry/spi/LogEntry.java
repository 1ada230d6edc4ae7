package dev.candor.telemetry.spi;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.Severity;
import java.util.Map;

/**
 * One log record.
 *
 * @param logger the logger's name
 * @param message the redacted message
 * @param errorType the class of what was logged with it; may be empty
 * @param errorMessage its redacted message; may be empty
 * @param traceId the trace it was logged in; may be empty
 * @param spanId the span it was logged in; may be empty
 */
public record LogEntry(
        Header header,
        Severity severity,
        String logger,
        String message,
        String errorType,
        String errorMessage,
        String traceId,
        String spanId,
        Map<String, Object> attributes)
        implements Signal {

    /** Copies {@code attributes}. */
    public LogEntry {
        attributes = Ordered.copy(attributes);
    }

    @Override
    public Purpose purpose() {
        return Purpose.LOGS;
    }
}
