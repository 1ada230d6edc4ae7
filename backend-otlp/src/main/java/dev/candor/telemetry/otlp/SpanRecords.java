package dev.candor.telemetry.otlp;

import dev.candor.telemetry.spi.Trace;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.ArrayList;
import java.util.List;

/** Encodes a trace as its spans. */
final class SpanRecords {
    private SpanRecords() {}

    static List<SpanData> of(Trace trace, Resources resources) {
        Resource resource = resources.of(trace.header().resource());
        List<SpanData> spans = new ArrayList<>(trace.spans().size());
        for (Trace.Span span : trace.spans()) {
            AttributeSet attributes = new AttributeSet(resources.keys()).putAll(span.attributes());
            if (spans.isEmpty()) {
                attributes.put(Ids.EVENT_ID, Ids.eventId(trace.header()));
            }
            spans.add(new EncodedSpan(
                    resource,
                    span,
                    Ids.context(trace.traceId(), span.spanId()),
                    Ids.context(trace.traceId(), span.parentSpanId()),
                    attributes.attributes()));
        }
        return spans;
    }

    /** A span for OpenTelemetry's exporter. */
    private record EncodedSpan(
            Resource resource, Trace.Span span, SpanContext context, SpanContext parent, Attributes attributes)
            implements SpanData {

        @Override
        public String getName() {
            return span.name();
        }

        @Override
        public SpanKind getKind() {
            return SpanKind.INTERNAL;
        }

        @Override
        public SpanContext getSpanContext() {
            return context;
        }

        @Override
        public SpanContext getParentSpanContext() {
            return parent;
        }

        @Override
        public StatusData getStatus() {
            // A span that did not fail has no status: "ok" is for an operator's own judgement.
            return span.failed() ? StatusData.create(StatusCode.ERROR, span.failure()) : StatusData.unset();
        }

        @Override
        public long getStartEpochNanos() {
            return Ids.nanos(span.start());
        }

        @Override
        public long getEndEpochNanos() {
            return Ids.nanos(span.end());
        }

        @Override
        public Attributes getAttributes() {
            return attributes;
        }

        @Override
        public List<EventData> getEvents() {
            return List.of();
        }

        @Override
        public List<LinkData> getLinks() {
            return List.of();
        }

        @Override
        public boolean hasEnded() {
            return true;
        }

        @Override
        public int getTotalRecordedEvents() {
            return 0;
        }

        @Override
        public int getTotalRecordedLinks() {
            return 0;
        }

        @Override
        public int getTotalAttributeCount() {
            return attributes.size();
        }

        @Override
        @Deprecated
        public io.opentelemetry.sdk.common.InstrumentationLibraryInfo getInstrumentationLibraryInfo() {
            return io.opentelemetry.sdk.common.InstrumentationLibraryInfo.create(Resources.SCOPE.getName(), null);
        }

        @Override
        public InstrumentationScopeInfo getInstrumentationScopeInfo() {
            return Resources.SCOPE;
        }

        @Override
        public Resource getResource() {
            return resource;
        }
    }
}
