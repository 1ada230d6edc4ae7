package dev.candor.telemetry.otlp;

import dev.candor.telemetry.spi.ErrorReport;
import dev.candor.telemetry.spi.Header;
import dev.candor.telemetry.spi.LogEntry;
import dev.candor.telemetry.spi.Signal;
import dev.candor.telemetry.spi.UsageEvent;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import java.util.HashMap;
import java.util.Map;

/** Encodes usage events and errors as log records with an event name, and log records as what they are. */
final class LogRecords {
    private static final String USER = "enduser.pseudo.id";

    private final Resources resources;
    private final Map<String, InstrumentationScopeInfo> loggers = new HashMap<>();

    LogRecords(Resources resources) {
        this.resources = resources;
    }

    EncodedLog record(Signal signal) {
        if (signal instanceof UsageEvent usage) {
            return usage(usage);
        }
        return signal instanceof ErrorReport error ? error(error) : log((LogEntry) signal);
    }

    private EncodedLog usage(UsageEvent event) {
        String id = Ids.eventId(event.header());
        AttributeSet attributes =
                new AttributeSet(resources.keys()).putAll(event.attributes()).put(Ids.EVENT_ID, id);
        String user = event.header().distinctId();
        // Where nobody is counted, the id is the event's own.
        if (!Ids.samePlain(id, user)) {
            attributes.put(USER, user);
        }
        return EncodedLog.builder(event.header(), resources)
                .event(event.name())
                .severity(Severity.INFO)
                .attributes(attributes)
                .build();
    }

    private EncodedLog error(ErrorReport report) {
        AttributeSet attributes = identified(report.tags(), report.header());
        ErrorAttributes.put(attributes, report);
        return EncodedLog.builder(report.header(), resources)
                .event("exception")
                .severity(Severity.valueOf(report.severity().name()))
                .context(Ids.context(report.traceId(), report.spanId()))
                .attributes(attributes)
                .build();
    }

    private EncodedLog log(LogEntry entry) {
        AttributeSet attributes = identified(entry.attributes(), entry.header())
                .put("exception.type", entry.errorType())
                .put("exception.message", entry.errorMessage());
        SpanContext context = Ids.context(entry.traceId(), entry.spanId());
        return EncodedLog.builder(entry.header(), resources)
                .scope(logger(entry.logger()))
                .severity(Severity.valueOf(entry.severity().name()))
                .body(entry.message())
                .context(context)
                .attributes(attributes)
                .build();
    }

    /** Attributes with the id, which none of them may stand in for. */
    private AttributeSet identified(Map<String, Object> attributes, Header header) {
        return new AttributeSet(resources.keys()).putAll(attributes).put(Ids.EVENT_ID, Ids.eventId(header));
    }

    /** A logger is what OpenTelemetry calls a scope. */
    private InstrumentationScopeInfo logger(String name) {
        return name.isEmpty() ? Resources.SCOPE : loggers.computeIfAbsent(name, InstrumentationScopeInfo::create);
    }
}
