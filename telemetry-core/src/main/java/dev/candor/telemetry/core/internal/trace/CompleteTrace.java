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
 * The closed spans of a trace. Their names and values are redacted, so that the ids in hex and all that the signal consists of can wait
 * for whoever writes it.
 *
 * @param outermost the only one in most traces of a busy server
 * @param inner the others
 */
record CompleteTrace(long traceHigh, long traceLow, ClosedSpan outermost, List<ClosedSpan> inner)
        implements SignalSink.Parts {

    @Override
    public Signal assemble(Header header) {
        List<Trace.Span> spans = new ArrayList<>(1 + inner.size());
        spans.add(outermost.span());
        for (ClosedSpan closed : inner) {
            spans.add(closed.span());
        }
        return new Trace(header, Hex.of(traceHigh) + Hex.of(traceLow), spans);
    }

    @Override
    public void write(PayloadBuffer out, String distinctId, byte[] resource) {
        TraceWriter.begin(out, distinctId, resource, traceHigh, traceLow, 1 + inner.size());
        outermost.write(out);
        for (ClosedSpan closed : inner) {
            closed.write(out);
        }
    }

    @Override
    public long touch() {
        return outermost.touch();
    }
}
