package dev.candor.telemetry.core.internal.trace;

import dev.candor.telemetry.Audience;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.internal.intake.SignalSink;
import dev.candor.telemetry.spi.Trace;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The spans of one trace in this process, until the outermost one closes. */
final class TraceCollector {
    /** What Sentry takes in one transaction. */
    private static final int MOST_SPANS = 1_000;

    private final SignalSink sink;
    private final long traceHigh;
    private final long traceLow;
    private final boolean sampled;
    private final long wallStart;
    private final long monotonicStart;
    // Guarded by this; null once the outermost span has closed.
    private @Nullable List<ActiveSpan> finished = new ArrayList<>();
    private @Nullable String traceId;

    TraceCollector(SignalSink sink, Clock clock, long traceHigh, long traceLow, boolean sampled) {
        this.sink = sink;
        this.traceHigh = traceHigh;
        this.traceLow = traceLow;
        this.sampled = sampled;
        Instant now = sampled ? clock.instant() : Instant.EPOCH;
        this.wallStart = now.getEpochSecond() * 1_000_000_000L + now.getNano();
        this.monotonicStart = System.nanoTime();
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

    /** Nanoseconds since 1970 that never run backwards within a trace. */
    long now() {
        return wallStart + (System.nanoTime() - monotonicStart);
    }

    /** Takes a closed span; hands the trace on when it is the outermost, or the span alone when it closed after that. */
    void closed(ActiveSpan span, boolean outermost) {
        List<ActiveSpan> complete;
        synchronized (this) {
            if (finished == null) {
                complete = List.of(span);
            } else if (!outermost) {
                if (finished.size() < MOST_SPANS - 1) {
                    finished.add(span);
                }
                return;
            } else {
                complete = new ArrayList<>();
                complete.add(span);
                complete.addAll(finished);
                finished = null;
            }
        }
        submit(complete);
    }

    private void submit(List<ActiveSpan> complete) {
        if (!sink.accepts(Purpose.TRACES, Audience.OWNER)) {
            return;
        }
        List<Trace.Span> spans = new ArrayList<>(complete.size());
        for (ActiveSpan span : complete) {
            spans.add(span.finished());
        }
        sink.submit(new Trace(sink.newHeader(), traceId(), spans), Audience.OWNER);
    }
}
