package dev.candor.telemetry.core.internal.trace;

import dev.candor.telemetry.Span;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** A span that is under way. A span of a trace that is not sampled only carries its ids on. */
final class ActiveSpan implements Span {
    private static final int LONGEST_VALUE = 4_096;
    private static final int MOST_ATTRIBUTES = 128;

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
    /** Where that thread keeps its current span; nobody else may use it. */
    private final @Nullable Object @Nullable [] place;
    // The rest is guarded by the trace.
    /** Made for the first one, which a server says of a request when that ends. */
    private @Nullable SpanAttributes attributes;

    private boolean failed;
    private String failure = "";
    private long end;

    ActiveSpan(
            Tracer tracer,
            TraceCollector trace,
            @Nullable ActiveSpan parent,
            long parentId,
            String name,
            @Nullable Object @Nullable [] place) {
        this.tracer = tracer;
        this.trace = trace;
        this.parent = parent;
        this.parentId = parentId;
        this.id = nonZero();
        this.name = trace.sampled() ? tracer.name(name) : name;
        this.start = !trace.sampled() ? 0 : parent == null ? trace.began() : trace.now();
        this.place = place;
        if (place == null) {
            this.home = 0;
            this.before = null;
        } else {
            this.home = Thread.currentThread().getId();
            this.before = (ActiveSpan) place[0];
            place[0] = this;
        }
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
        return new ActiveSpan(tracer, trace, this, id, childName, null);
    }

    @Override
    public Scope enter() {
        ActiveSpan earlier = tracer.current().swap(this);
        return () -> tracer.current().leave(this, earlier);
    }

    @Override
    public Span detach() {
        if (place != null && home == Thread.currentThread().getId()) {
            CurrentSpan.leave(place, this, before);
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
        CompleteTrace complete;
        synchronized (trace) {
            if (end != 0) {
                return;
            }
            end = trace.sampled() ? trace.now() : 1;
            complete = trace.sampled() ? trace.closed(closed(), parent == null) : null;
        }
        detach();
        if (complete != null) {
            trace.submit(complete);
        }
    }

    /** Whoever asks holds the trace's lock. */
    private ClosedSpan closed() {
        return new ClosedSpan(id, parentId, name, start, end, failed, failure, attributes);
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
                SpanAttributes present = attributes;
                if (present == null) {
                    present = new SpanAttributes();
                    attributes = present;
                }
                present.put(cleanKey, value, MOST_ATTRIBUTES);
            }
        }
    }
}
