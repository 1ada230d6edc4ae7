package dev.candor.telemetry.core.internal.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.core.internal.catalogue.RealScrubber;
import dev.candor.telemetry.core.internal.intake.RecordingSink;
import dev.candor.telemetry.spi.Trace;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** A tracer whose traces a test can look at. */
abstract class TracerFixture {
    final RecordingSink sink = new RecordingSink();
    final CurrentSpan current = new CurrentSpan();
    final Tracer tracer = tracer(1);

    Trace onlyTrace() {
        assertThat(sink.owner()).hasSize(1);
        return (Trace) sink.owner().get(0);
    }

    static Map<String, Trace.Span> byName(Trace trace) {
        Map<String, Trace.Span> spans = new HashMap<>();
        for (Trace.Span span : trace.spans()) {
            spans.put(span.name(), span);
        }
        return spans;
    }

    Tracer tracer(double ratio) {
        return new Tracer(sink, new RealScrubber(), current, Clock.systemUTC(), ratio);
    }
}
