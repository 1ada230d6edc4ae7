package dev.candor.telemetry.core.internal.pipeline;

import dev.candor.telemetry.Errors;
import dev.candor.telemetry.Logs;
import dev.candor.telemetry.core.internal.catalogue.Scrubber;
import dev.candor.telemetry.core.internal.errors.Breadcrumbs;
import dev.candor.telemetry.core.internal.errors.ErrorReporter;
import dev.candor.telemetry.core.internal.intake.SignalSink;
import dev.candor.telemetry.core.internal.logs.LogRecorder;
import dev.candor.telemetry.core.internal.metrics.LocalMetrics;
import dev.candor.telemetry.core.internal.trace.CurrentSpan;
import dev.candor.telemetry.core.internal.trace.Tracer;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** What makes errors, spans, metrics and logs; each part is made when it is first used. */
final class Instruments {
    private final ToolSpec tool;
    private final SignalSink sink;
    private final Scrubber scrubber;
    private final Breadcrumbs crumbs;
    private final Clock clock;
    private final CurrentSpan current = new CurrentSpan();
    private volatile @Nullable Errors errors;
    private volatile @Nullable Tracer tracer;
    private volatile @Nullable LocalMetrics metrics;
    private volatile @Nullable Logs logs;

    Instruments(ToolSpec tool, SignalSink sink, Scrubber scrubber, Breadcrumbs crumbs, Clock clock) {
        this.tool = tool;
        this.sink = sink;
        this.scrubber = scrubber;
        this.crumbs = crumbs;
        this.clock = clock;
    }

    Errors errors() {
        Errors known = errors;
        return known != null ? known : makeErrors();
    }

    Tracer tracer() {
        Tracer known = tracer;
        return known != null ? known : makeTracer();
    }

    LocalMetrics metrics() {
        LocalMetrics known = metrics;
        return known != null ? known : makeMetrics();
    }

    Logs logs() {
        Logs known = logs;
        return known != null ? known : makeLogs();
    }

    /** Remembers a usage event. */
    void crumb(EventDraft draft) {
        crumbs.event(draft);
    }

    /** Hands on what was counted, if anything counts. */
    void collectMetrics() {
        LocalMetrics known = metrics;
        if (known != null) {
            known.collect();
        }
    }

    private synchronized Errors makeErrors() {
        Errors known = errors;
        if (known == null) {
            known = new ErrorReporter(tool.errors(), scrubber, sink, current, crumbs, clock, tool.tags());
            errors = known;
        }
        return known;
    }

    private synchronized Tracer makeTracer() {
        Tracer known = tracer;
        if (known == null) {
            known = new Tracer(sink, scrubber, current, clock, tool.traceRatio());
            tracer = known;
        }
        return known;
    }

    private synchronized LocalMetrics makeMetrics() {
        LocalMetrics known = metrics;
        if (known == null) {
            known = new LocalMetrics(sink, scrubber, clock);
            metrics = known;
        }
        return known;
    }

    private synchronized Logs makeLogs() {
        Logs known = logs;
        if (known == null) {
            known = new LogRecorder(sink, scrubber, current, tool.leastSeverity());
            logs = known;
        }
        return known;
    }
}
