package dev.candor.telemetry.core.internal.trace;

import dev.candor.telemetry.Span;
import dev.candor.telemetry.core.internal.codec.TraceWriter;
import dev.candor.telemetry.core.internal.spool.PayloadBuffer;
import dev.candor.telemetry.spi.Trace;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** A span that is under way. A span of a trace that is not sampled only carries its ids on. */
final class ActiveSpan implements Span {
    private static final int LONGEST_VALUE = 4_096;
    private static final int MOST_ATTRIBUTES = 128;
    private static final long NANOS = 1_000_000_000L;

    private final Tracer tracer;
    private final TraceCollector trace;
    private final @Nullable ActiveSpan parent;
    private final long parentId;
    private final long id;
    private final String name;
    private final long start;
    private final @Nullable ActiveSpan before;
    /** The thread that it became current on; 0 for none. Another's current span is not this one's to end. */
    private final long home;
    // The rest is guarded by the trace.
    private final SpanAttributes attributes = new SpanAttributes();
    private boolean failed;
    private String failure = "";
    private long end;

    ActiveSpan(
            Tracer tracer,
            TraceCollector trace,
            @Nullable ActiveSpan parent,
            long parentId,
            String name,
            boolean enter) {
        this.tracer = tracer;
        this.trace = trace;
        this.parent = parent;
        this.parentId = parentId;
        this.id = nonZero();
        this.name = trace.sampled() ? tracer.name(name) : name;
        this.start = !trace.sampled() ? 0 : parent == null ? trace.began() : trace.now();
        this.home = enter ? Thread.currentThread().getId() : 0;
        this.before = enter ? tracer.current().swap(this) : null;
    }

    static long nonZero() {
        long value;
        do {
            value = ThreadLocalRandom.current().nextLong();
        } while (value == 0);
        return value;
    }

    @Override
    public Span set(String key, String value) {
        if (value == null || !trace.sampled()) {
            return this;
        }
        String known = tracer.knownKey(key, value);
        if (known != null) {
            keep(known, value);
        } else {
            put(key, tracer.scrub(key, value, LONGEST_VALUE));
        }
        return this;
    }

    @Override
    public Span set(String key, long value) {
        put(key, value);
        return this;
    }

    @Override
    public Span set(String key, double value) {
        put(key, value);
        return this;
    }

    @Override
    public Span set(String key, boolean value) {
        put(key, value);
        return this;
    }

    @Override
    public Span input(String value) {
        return set("input", value);
    }

    @Override
    public Span output(String value) {
        return set("output", value);
    }

    @Override
    public Span fail(Throwable error) {
        if (trace.sampled()) {
            String text = tracer.describe(error);
            synchronized (trace) {
                if (end == 0) {
                    failed = true;
                    failure = text;
                }
            }
        }
        return this;
    }

    @Override
    public Span child(String childName) {
        return new ActiveSpan(tracer, trace, this, id, childName, false);
    }

    @Override
    public Scope enter() {
        ActiveSpan earlier = tracer.current().swap(this);
        return () -> tracer.current().leave(this, earlier);
    }

    @Override
    public Span detach() {
        if (home == Thread.currentThread().getId()) {
            tracer.current().leave(this, before);
        }
        return this;
    }

    @Override
    public Runnable wrap(Runnable task) {
        return () -> {
            Scope scope = enter();
            try {
                task.run();
            } finally {
                scope.close();
            }
        };
    }

    @Override
    public String traceparent() {
        return TraceParent.format(traceId(), spanId(), trace.sampled());
    }

    @Override
    public String traceId() {
        return trace.traceId();
    }

    String spanId() {
        return Hex.of(id);
    }

    String operation() {
        ActiveSpan outermost = this;
        for (ActiveSpan above = parent; above != null; above = above.parent) {
            outermost = above;
        }
        return outermost.name;
    }

    /** What was current when this span became so; null where nothing was. */
    @Nullable
    ActiveSpan before() {
        return before;
    }

    TraceCollector trace() {
        return trace;
    }

    long id() {
        return id;
    }

    @Override
    public void close() {
        List<ActiveSpan> complete;
        synchronized (trace) {
            if (end != 0) {
                return;
            }
            end = trace.sampled() ? trace.now() : 1;
            complete = trace.sampled() ? trace.closed(this, parent == null) : List.of();
        }
        detach();
        if (!complete.isEmpty()) {
            trace.submit(complete);
        }
    }

    /** The span of a closed one; whoever asks holds the trace's lock. */
    Trace.Span finished() {
        return new Trace.Span(
                spanId(),
                parentId == 0 ? "" : Hex.of(parentId),
                name,
                instant(start),
                instant(end),
                failed,
                failure,
                attributes.asMap());
    }

    /** Writes what {@link #finished} would hold; whoever asks holds the trace's lock. */
    void write(PayloadBuffer out) {
        TraceWriter.span(out, id, parentId, name, start, end, failed, failure);
        out.putVarint(attributes.size());
        attributes.write(out);
    }

    private void put(String key, Object value) {
        if (!trace.sampled()) {
            return;
        }
        keep(tracer.name(key), value);
    }

    private void keep(String cleanKey, Object value) {
        synchronized (trace) {
            if (end == 0) {
                attributes.put(cleanKey, value, MOST_ATTRIBUTES);
            }
        }
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(nanos / NANOS, nanos % NANOS);
    }
}
