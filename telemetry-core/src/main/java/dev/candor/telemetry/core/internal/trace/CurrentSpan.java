package dev.candor.telemetry.core.internal.trace;

import org.jspecify.annotations.Nullable;

/**
 * The span that is current on each thread.
 *
 * <p>A thread that had one keeps an array of one place, which is of no class of ours: a pool's thread holds on to nothing, neither to a
 * span nor to the code of a program that was undeployed. Taking the entry away and making it anew for each span costs more than all that.
 */
public final class CurrentSpan {
    @SuppressWarnings("ThreadLocalUsage") // a static one would be shared by all tools of a process
    private final ThreadLocal<@Nullable Object[]> places = new ThreadLocal<>();

    @Nullable
    ActiveSpan get() {
        @Nullable Object[] place = places.get();
        return place == null ? null : (ActiveSpan) place[0];
    }

    /** Where this thread keeps its current span: the only element, which no other thread may look at. */
    @Nullable
    Object[] place() {
        @Nullable Object[] place = places.get();
        if (place == null) {
            place = new @Nullable Object[1];
            places.set(place);
        }
        return place;
    }

    /** Makes {@code span} current and returns what was. */
    @Nullable
    ActiveSpan swap(@Nullable ActiveSpan span) {
        @Nullable Object[] place = place();
        ActiveSpan before = (ActiveSpan) place[0];
        place[0] = span;
        return before;
    }

    /**
     * Makes {@code before} current again if {@code span} is, or is below one that was started under it here and never closed: a span
     * that somebody forgot must not become the parent of all that its thread does later.
     */
    void leave(ActiveSpan span, @Nullable ActiveSpan before) {
        leave(place(), span, before);
    }

    /** The same on a thread whose place is known. */
    static void leave(@Nullable Object[] place, ActiveSpan span, @Nullable ActiveSpan before) {
        for (ActiveSpan above = (ActiveSpan) place[0]; above != null; above = above.before()) {
            if (above == span) {
                place[0] = before;
                return;
            }
        }
    }

    /** The current trace's id; empty where there is none. */
    public String traceId() {
        ActiveSpan span = get();
        return span == null ? "" : span.traceId();
    }

    /** The current span's id; empty where there is none. */
    public String spanId() {
        ActiveSpan span = get();
        return span == null ? "" : span.spanId();
    }

    /** What is being done: the name of the trace's outermost span here; empty where there is none. */
    public String operation() {
        ActiveSpan span = get();
        return span == null ? "" : span.operation();
    }
}
