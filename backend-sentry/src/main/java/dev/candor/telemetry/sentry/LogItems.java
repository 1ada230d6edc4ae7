package dev.candor.telemetry.sentry;

import dev.candor.telemetry.Severity;
import dev.candor.telemetry.spi.LogEntry;
import dev.candor.telemetry.spi.Resource;
import io.sentry.SentryLogEvent;
import io.sentry.SentryLogEventAttributeValue;
import io.sentry.SentryLogLevel;
import io.sentry.SpanId;
import io.sentry.protocol.SentryId;
import java.util.LinkedHashMap;
import java.util.Map;

/** Encodes a log record as a Sentry log item. */
final class LogItems {
    private final Surroundings surroundings;

    LogItems(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** The item; it has no id of its own in Sentry's format, so that goes as the attribute {@code event.id}. */
    SentryLogEvent item(LogEntry entry) {
        SentryLogEvent item = new SentryLogEvent(
                traceId(entry), Transactions.seconds(entry.header().time()), body(entry), level(entry.severity()));
        item.setSeverityNumber(entry.severity().number());
        if (!entry.spanId().isEmpty()) {
            item.setSpanId(new SpanId(entry.spanId()));
        }
        item.setAttributes(attributes(entry));
        return item;
    }

    /** Sentry requires one too. */
    private static String body(LogEntry entry) {
        return entry.message().isEmpty() ? "(no message)" : entry.message();
    }

    /** Sentry requires one; a record outside any trace is the only one of its own. */
    private static SentryId traceId(LogEntry entry) {
        return entry.traceId().isEmpty() ? new SentryId(entry.header().id()) : new SentryId(entry.traceId());
    }

    private Map<String, SentryLogEventAttributeValue> attributes(LogEntry entry) {
        Resource resource = entry.header().resource();
        Map<String, SentryLogEventAttributeValue> attributes = new LinkedHashMap<>();
        entry.attributes().forEach((key, value) -> attributes.put(key, value(value)));
        put(attributes, "event.id", new SentryId(entry.header().id()).toString());
        put(attributes, "logger.name", entry.logger());
        put(attributes, "exception.type", entry.errorType());
        put(attributes, "exception.message", entry.errorMessage());
        put(attributes, "sentry.release", surroundings.release(resource));
        put(attributes, "sentry.environment", surroundings.environment(resource));
        put(attributes, "sentry.sdk.name", surroundings.sdk().getName());
        put(attributes, "sentry.sdk.version", surroundings.sdk().getVersion());
        put(attributes, "os.name", resource.osName());
        put(attributes, "os.version", resource.osVersion());
        return attributes;
    }

    private static void put(Map<String, SentryLogEventAttributeValue> attributes, String key, String value) {
        if (!value.isEmpty()) {
            attributes.put(key, value(value));
        }
    }

    private static SentryLogEventAttributeValue value(Object value) {
        Object plain = PlainValues.of(value);
        if (plain instanceof Boolean) {
            return new SentryLogEventAttributeValue("boolean", plain);
        }
        if (plain instanceof Long) {
            return new SentryLogEventAttributeValue("integer", plain);
        }
        return new SentryLogEventAttributeValue(plain instanceof Double ? "double" : "string", plain);
    }

    private static SentryLogLevel level(Severity severity) {
        return SentryLogLevel.valueOf(severity.name());
    }
}
