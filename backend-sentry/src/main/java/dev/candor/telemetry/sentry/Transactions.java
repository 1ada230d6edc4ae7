package dev.candor.telemetry.sentry;

import dev.candor.telemetry.spi.Trace;
import io.sentry.SpanId;
import io.sentry.SpanStatus;
import io.sentry.protocol.SentryId;
import io.sentry.protocol.SentrySpan;
import io.sentry.protocol.SentryTransaction;
import io.sentry.protocol.TransactionInfo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Encodes a trace as a Sentry transaction: its outermost span, with the others inside. */
final class Transactions {
    private static final String ROOT_OPERATION = "task";
    private static final String OPERATION = "function";
    private static final String ORIGIN = "manual";

    private final Surroundings surroundings;

    Transactions(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** The transaction, under the trace's own ids and times. */
    SentryTransaction transaction(Trace trace) {
        Trace.Span root = trace.root();
        List<SentrySpan> spans = new ArrayList<>(trace.spans().size() - 1);
        for (Trace.Span span : trace.spans().subList(1, trace.spans().size())) {
            spans.add(span(trace, span));
        }
        SentryTransaction transaction = new SentryTransaction(
                root.name(),
                seconds(root.start()),
                seconds(root.end()),
                spans,
                Map.of(),
                new TransactionInfo("custom"));
        transaction.getContexts().put("trace", rootContext(trace));
        surroundings.describe(transaction, trace.header(), new Tags());
        return transaction;
    }

    private static Map<String, Object> rootContext(Trace trace) {
        Trace.Span root = trace.root();
        Map<String, Object> context = Surroundings.trace(trace.traceId(), root.spanId());
        if (!root.parentSpanId().isEmpty()) {
            context.put("parent_span_id", root.parentSpanId());
        }
        context.put("op", ROOT_OPERATION);
        context.put("status", status(root).apiName());
        context.put("origin", ORIGIN);
        context.put("data", data(root));
        return context;
    }

    private static SentrySpan span(Trace trace, Trace.Span span) {
        String parent = span.parentSpanId().isEmpty() ? trace.root().spanId() : span.parentSpanId();
        return new SentrySpan(
                seconds(span.start()),
                seconds(span.end()),
                new SentryId(trace.traceId()),
                new SpanId(span.spanId()),
                new SpanId(parent),
                OPERATION,
                span.name(),
                status(span),
                ORIGIN,
                Map.of(),
                Map.of(),
                data(span));
    }

    private static Map<String, Object> data(Trace.Span span) {
        Map<String, Object> data = PlainValues.of(span.attributes());
        if (!span.failure().isEmpty()) {
            data.put("error", span.failure());
        }
        return data;
    }

    private static SpanStatus status(Trace.Span span) {
        return span.failed() ? SpanStatus.INTERNAL_ERROR : SpanStatus.OK;
    }

    /** Seconds with their fraction, to the microsecond, as Sentry's client writes times. */
    static double seconds(Instant time) {
        long micros = Math.addExact(Math.multiplyExact(time.getEpochSecond(), 1_000_000L), time.getNano() / 1_000);
        return micros / 1e6;
    }
}
