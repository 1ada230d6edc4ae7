package dev.candor.telemetry.core.internal.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Span;
import org.junit.jupiter.api.Test;

/** Which traces are kept: a fixed share by their ids, or what the caller decided. */
class TraceSamplingTest extends TracerFixture {
    @Test
    void start_ratioOfATenth_keepsATenthByTraceId() {
        Tracer tenth = tracer(0.1);
        Sampler sampler = new Sampler(0.1);
        int byId = 0;
        for (int i = 0; i < 10_000; i++) {
            try (Span span = tenth.start("request")) {
                byId += sampler.keeps(Long.parseUnsignedLong(span.traceId().substring(16), 16)) ? 1 : 0;
            }
        }

        assertThat(sink.owner()).hasSize(byId).hasSizeBetween(850, 1_150);
    }

    @Test
    void start_ratioOfNothingOrAll_keepsNothingOrAll() {
        for (int i = 0; i < 100; i++) {
            tracer(0).start("request").close();
        }
        assertThat(sink.owner()).isEmpty();

        for (int i = 0; i < 100; i++) {
            tracer(1).start("request").close();
        }
        assertThat(sink.owner()).hasSize(100);
    }

    @Test
    void start_callerDecided_followsTheCallerWhateverTheRatio() {
        String id = "4bf92f3577b34da6a3ce929d0e0e4736";

        try (Span kept = tracer(0).start("kept", "00-" + id + "-00f067aa0ba902b7-01")) {
            assertThat(kept.traceId()).isEqualTo(id);
            assertThat(kept.traceparent()).startsWith("00-" + id + "-").endsWith("-01");
        }
        try (Span dropped = tracer.start("dropped", "00-" + id + "-00f067aa0ba902b7-00")) {
            assertThat(dropped.traceparent()).startsWith("00-" + id + "-").endsWith("-00");
            tracer.start("child of it").close();
        }

        assertThat(onlyTrace().root().parentSpanId()).isEqualTo("00f067aa0ba902b7");
    }

    @Test
    void start_malformedCaller_startsATraceOfItsOwn() {
        try (Span span = tracer.start("run", "00-zz-1-01")) {
            assertThat(span.traceId()).matches("[0-9a-f]{32}");
        }

        assertThat(onlyTrace().root().parentSpanId()).isEmpty();
    }
}
