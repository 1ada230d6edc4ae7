package dev.candor.telemetry.otlp;

import dev.candor.telemetry.spi.Header;
import io.opentelemetry.api.common.Value;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.logs.data.Body;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.resources.Resource;
import org.jspecify.annotations.Nullable;

/** A log record for OpenTelemetry's exporter. It was observed when it was made: another time would differ each time it is sent. */
final class EncodedLog implements LogRecordData {
    private static final PlainAttributes NONE = new PlainAttributes(new Object[0], 0);

    private final Resource resource;
    private final long nanos;
    private InstrumentationScopeInfo scope = Resources.SCOPE;
    private SpanContext context = SpanContext.getInvalid();
    private Severity severity = Severity.UNDEFINED_SEVERITY_NUMBER;
    private @Nullable String body;
    private @Nullable String event;
    private PlainAttributes attributes = NONE;

    private EncodedLog(Header header, Resources resources) {
        this.resource = resources.of(header.resource());
        this.nanos = Ids.nanos(header.time());
    }

    static Builder builder(Header header, Resources resources) {
        return new Builder(new EncodedLog(header, resources));
    }

    @Override
    public Resource getResource() {
        return resource;
    }

    @Override
    public InstrumentationScopeInfo getInstrumentationScopeInfo() {
        return scope;
    }

    @Override
    public long getTimestampEpochNanos() {
        return nanos;
    }

    @Override
    public long getObservedTimestampEpochNanos() {
        return nanos;
    }

    @Override
    public SpanContext getSpanContext() {
        return context;
    }

    @Override
    public Severity getSeverity() {
        return severity;
    }

    @Override
    public String getSeverityText() {
        return severity.name();
    }

    @Override
    @Deprecated
    public Body getBody() {
        return body == null ? Body.empty() : Body.string(body);
    }

    @Override
    public @Nullable Value<?> getBodyValue() {
        return body == null ? null : Value.of(body);
    }

    @Override
    public PlainAttributes getAttributes() {
        return attributes;
    }

    @Override
    public int getTotalAttributeCount() {
        return attributes.size();
    }

    @Override
    public @Nullable String getEventName() {
        return event;
    }

    /** Collects a record; used once. */
    static final class Builder {
        private final EncodedLog made;

        private Builder(EncodedLog made) {
            this.made = made;
        }

        Builder scope(InstrumentationScopeInfo scope) {
            made.scope = scope;
            return this;
        }

        Builder context(SpanContext context) {
            made.context = context;
            return this;
        }

        Builder severity(Severity severity) {
            made.severity = severity;
            return this;
        }

        Builder body(String body) {
            made.body = body;
            return this;
        }

        Builder event(String name) {
            made.event = name;
            return this;
        }

        Builder attributes(AttributeSet attributes) {
            made.attributes = attributes.attributes();
            return this;
        }

        EncodedLog build() {
            return made;
        }
    }
}
