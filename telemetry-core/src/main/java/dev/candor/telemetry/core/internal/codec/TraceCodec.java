package dev.candor.telemetry.core.internal.codec;

import dev.candor.telemetry.core.internal.spool.PayloadBuffer;
import dev.candor.telemetry.core.internal.spool.PayloadReader;
import dev.candor.telemetry.spi.Header;
import dev.candor.telemetry.spi.Trace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A trace's own fields; instants as nanoseconds since 1970. */
final class TraceCodec {
    private static final long NANOS = 1_000_000_000L;

    private TraceCodec() {}

    static void write(PayloadBuffer out, Trace trace) {
        out.putString(trace.traceId());
        out.putVarint(trace.spans().size());
        for (Trace.Span span : trace.spans()) {
            out.putString(span.spanId());
            out.putString(span.parentSpanId());
            out.putString(span.name());
            out.putSigned(nanos(span.start()));
            out.putSigned(nanos(span.end()));
            out.putBoolean(span.failed());
            out.putString(span.failure());
            Values.writeEntries(out, span.attributes());
        }
    }

    static Trace read(PayloadReader in, Header header) {
        String traceId = in.getString();
        List<Trace.Span> spans = new ArrayList<>();
        for (int left = Values.size(in, 0); left > 0; left--) {
            spans.add(new Trace.Span(
                    in.getString(),
                    in.getString(),
                    in.getString(),
                    instant(in.getSigned()),
                    instant(in.getSigned()),
                    in.getBoolean(),
                    in.getString(),
                    Values.readEntries(in)));
        }
        if (spans.isEmpty()) {
            throw new IllegalArgumentException("a trace without a span");
        }
        return new Trace(header, traceId, spans);
    }

    static long nanos(Instant time) {
        return time.getEpochSecond() * NANOS + time.getNano();
    }

    static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS));
    }
}
