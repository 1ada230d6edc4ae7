package dev.candor.telemetry.core.internal.trace;

import dev.candor.telemetry.Audience;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.internal.intake.SignalSink;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The spans of one trace in this process, until the outermost one closes. Its lock guards them too. */
final class TraceCollector {
    /** What Sentry takes in one transaction. */
    private static final int MOST_SPANS = 1_000;

    private final SignalSink sink;
    private final long traceHigh;
    private final long traceLow;
    private final boolean sampled;
    private final long wallStart;
    private final long monotonicStart;
    // The rest is guarded by this.
    /** Made for the first inner span; most traces of a busy server have none. */
    private @Nullable List<ClosedSpan> finished;

    private boolean over;
    private @Nullable String traceId;

    TraceCollector(SignalSink sink, WallClock clock, long traceHigh, long traceLow, boolean sampled) {
        this.sink = sink;
        this.traceHigh = traceHigh;
        this.traceLow = traceLow;
        this.sampled = sampled;
        this.monotonicStart = sampled ? System.nanoTime() : 0;
        this.wallStart = sampled ? clock.at(monotonicStart) : 0;
    }

    boolean sampled() {
        return sampled;
    }

    synchronized String traceId() {
        if (traceId == null) {
            traceId = Hex.of(traceHigh) + Hex.of(traceLow);
        }
        return traceId;
    }

    /** When it began, in nanoseconds since 1970. */
    long began() {
        return wallStart;
    }

    /** Nanoseconds since 1970 that never run backwards within a trace. */
    long now() {
        return wallStart + (System.nanoTime() - monotonicStart);
    }

    /**
     * Takes a span that was just closed. Its caller holds the lock.
     *
     * @return what is complete by that: the trace when the span is the outermost one, the span alone when it closed after that, else
     *     null
     */
    @Nullable
    CompleteTrace closed(ClosedSpan span, boolean outermost) {
        if (!over && !outermost) {
            keep(span);
            return null;
        }
        List<ClosedSpan> inner = over || finished == null ? List.of() : finished;
        over = true;
        finished = null;
        return new CompleteTrace(traceHigh, traceLow, span, inner);
    }

    /** Hands on what is complete. */
    void submit(CompleteTrace complete) {
        sink.submit(Purpose.TRACES, complete, Audience.OWNER);
    }

    private void keep(ClosedSpan span) {
        List<ClosedSpan> kept = finished;
        if (kept == null) {
            kept = new ArrayList<>();
            finished = kept;
        }
        if (kept.size() < MOST_SPANS - 1) {
            kept.add(span);
        }
    }
}
