package dev.candor.telemetry.core.internal.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Span;
import dev.candor.telemetry.spi.Trace;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Spans: who is whose child, and what is handed on when. */
class TracerTest extends TracerFixture {
    private static final int MOST_SPANS = 1_000;

    @Test
    void start_nested_makesATreeThatIsHandedOnOnce() {
        try (Span run = tracer.start("run")) {
            try (Span load = tracer.start("load")) {
                tracer.start("copy").close();
            }
            tracer.start("check").close();
            assertThat(sink.owner()).isEmpty();
        }

        Trace trace = onlyTrace();
        Map<String, Trace.Span> spans = byName(trace);
        assertThat(trace.root().name()).isEqualTo("run");
        assertThat(trace.root().parentSpanId()).isEmpty();
        assertThat(spans.get("load").parentSpanId()).isEqualTo(spans.get("run").spanId());
        assertThat(spans.get("copy").parentSpanId()).isEqualTo(spans.get("load").spanId());
        assertThat(spans.get("check").parentSpanId()).isEqualTo(spans.get("run").spanId());
        assertThat(trace.spans()).allSatisfy(span -> assertThat(span.end()).isAfterOrEqualTo(span.start()));
        assertThat(current.traceId()).isEmpty();
    }

    @Test
    void close_twice_handsOnOnce() {
        Span span = tracer.start("run");

        span.close();
        span.close();

        assertThat(sink.owner()).hasSize(1);
    }

    @Test
    void close_childForgotten_doesNotBecomeTheParentOfWhatFollows() {
        try (Span run = tracer.start("run")) {
            tracer.start("never closed");
        }

        Span next = tracer.start("next");
        next.close();

        assertThat(((Trace) sink.owner().get(1)).root().parentSpanId()).isEmpty();
        assertThat(current.spanId()).isEmpty();
    }

    @Test
    void close_parentBeforeChild_leavesNothingCurrent() {
        Span run = tracer.start("run");
        Span child = tracer.start("child");

        run.close();
        child.close();

        assertThat(current.spanId()).isEmpty();
        assertThat(sink.owner()).hasSize(2);
    }

    @Test
    void close_lateChild_isHandedOnAloneInTheSameTrace() {
        Span run = tracer.start("run");
        Span late = run.child("late");
        run.close();

        late.close();

        assertThat(sink.owner()).hasSize(2);
        Trace second = (Trace) sink.owner().get(1);
        assertThat(second.spans()).hasSize(1);
        assertThat(second.traceId()).isEqualTo(((Trace) sink.owner().get(0)).traceId());
        assertThat(second.root().parentSpanId())
                .isEqualTo(((Trace) sink.owner().get(0)).root().spanId());
    }

    @Test
    void close_moreThanAThousandSpans_handsOnAThousandWithTheOutermostFirst() {
        try (Span run = tracer.start("run")) {
            for (int i = 0; i < 3 * MOST_SPANS; i++) {
                tracer.start("step").close();
            }
        }

        assertThat(onlyTrace().spans()).hasSize(MOST_SPANS);
        assertThat(onlyTrace().root().name()).isEqualTo("run");
    }

    @Test
    void close_notAllowed_handsOnNothing() {
        sink.only();

        tracer.start("run").set("a", "b").close();

        assertThat(sink.owner()).isEmpty();
    }
}
