package dev.candor.telemetry.core.internal.trace;

import org.jspecify.annotations.Nullable;

/** The span that is current on each thread. A thread without one keeps no entry, so that pooled threads hold on to nothing. */
public final class CurrentSpan {
    @SuppressWarnings("ThreadLocalUsage") // a static one would be shared by all tools of a process
    private final ThreadLocal<ActiveSpan> spans = new ThreadLocal<>();

    @Nullable
    ActiveSpan get() {
        return spans.get();
    }

    /** Makes {@code span} current and returns what was. */
    @Nullable
    ActiveSpan swap(@Nullable ActiveSpan span) {
        ActiveSpan before = spans.get();
        if (span == null) {
            spans.remove();
        } else {
            spans.set(span);
        }
        return before;
    }

    /**
     * Makes {@code before} current again if {@code span} is, or is below one that was started under it here and never closed: a span
     * that somebody forgot must not become the parent of all that its thread does later.
     */
    void leave(ActiveSpan span, @Nullable ActiveSpan before) {
        for (ActiveSpan above = spans.get(); above != null; above = above.before()) {
            if (above == span) {
                swap(before);
                return;
            }
        }
    }

    /** The current trace's id; empty where there is none. */
    public String traceId() {
        ActiveSpan span = spans.get();
        return span == null ? "" : span.traceId();
    }

    /** The current span's id; empty where there is none. */
    public String spanId() {
        ActiveSpan span = spans.get();
        return span == null ? "" : span.spanId();
    }

    /** What is being done: the name of the trace's outermost span here; empty where there is none. */
    public String operation() {
        ActiveSpan span = spans.get();
        return span == null ? "" : span.operation();
    }
}
