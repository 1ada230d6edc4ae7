package dev.candor.telemetry.core.internal.trace;

import dev.candor.telemetry.core.internal.codec.TraceWriter;
import dev.candor.telemetry.core.internal.intake.SignalSink;
import dev.candor.telemetry.core.internal.spool.PayloadBuffer;
import dev.candor.telemetry.spi.Header;
import dev.candor.telemetry.spi.Signal;
import dev.candor.telemetry.spi.Trace;
import java.util.ArrayList;
import java.util.List;

/**
 * The closed spans of a trace, outermost first. Closed spans do not change and their names and values are redacted, so that the ids in
 * hex and all that the signal consists of can wait for whoever writes it.
 */
record CompleteTrace(TraceCollector trace, List<ActiveSpan> closed) implements SignalSink.Parts {

    @Override
    public Signal assemble(Header header) {
        List<Trace.Span> spans = new ArrayList<>(closed.size());
        synchronized (trace) {
            for (ActiveSpan span : closed) {
                spans.add(span.finished());
            }
        }
        return new Trace(header, trace.traceId(), spans);
    }

    @Override
    public void write(PayloadBuffer out, String distinctId, byte[] resource) {
        TraceWriter.begin(out, distinctId, resource, trace.traceHigh(), trace.traceLow(), closed.size());
        synchronized (trace) {
            for (ActiveSpan span : closed) {
                span.write(out);
            }
        }
    }
}
