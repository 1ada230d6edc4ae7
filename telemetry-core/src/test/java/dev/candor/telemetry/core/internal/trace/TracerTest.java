package dev.candor.telemetry.core.internal.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Span;
import dev.candor.telemetry.core.internal.catalogue.RealScrubber;
import dev.candor.telemetry.core.internal.intake.RecordingSink;
import dev.candor.telemetry.spi.Trace;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Spans: who is whose child, on which thread, and what is handed on. */
class TracerTest {
    private static final int MOST_SPANS = 1_000;
    private static final int LONGEST_VALUE = 4_096;

    private final RecordingSink sink = new RecordingSink();
    private final CurrentSpan current = new CurrentSpan();
    private final Tracer tracer = tracer(1);
    private final ExecutorService pool = Executors.newFixedThreadPool(2);

    @AfterEach
    void stopPool() {
        pool.shutdownNow();
    }

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
    void wrap_onAPoolThread_isTheParentThereAndLeavesNothingBehind() throws Exception {
        try (Span run = tracer.start("run")) {
            Future<?> task = pool.submit(run.wrap(() -> tracer.start("task").close()));
            task.get(30, TimeUnit.SECONDS);
            assertThat(pool.submit(current::spanId).get(30, TimeUnit.SECONDS)).isEmpty();
            assertThat(pool.submit(current::spanId).get(30, TimeUnit.SECONDS)).isEmpty();
        }

        Map<String, Trace.Span> spans = byName(onlyTrace());
        assertThat(spans.get("task").parentSpanId()).isEqualTo(spans.get("run").spanId());
    }

    @Test
    void wrap_taskThatThrows_leavesNothingBehind() throws Exception {
        Span run = tracer.start("run");
        Future<?> task = pool.submit(run.wrap(() -> {
            throw new IllegalStateException("x");
        }));

        assertThat(task).failsWithin(30, TimeUnit.SECONDS);
        for (int i = 0; i < 4; i++) {
            assertThat(pool.submit(current::spanId).get(30, TimeUnit.SECONDS)).isEmpty();
        }
        run.close();
    }

    @Test
    void wrap_runByTheCaller_leavesTheSpanCurrent() {
        try (Span run = tracer.start("run")) {
            String id = current.spanId();

            run.wrap(() -> {}).run();

            assertThat(current.spanId()).isEqualTo(id);
        }
    }

    @Test
    void enter_closedTwice_doesNotDisturbWhatCameLater() {
        Span other = tracer.start("other");
        other.detach();
        Span.Scope scope = other.enter();
        scope.close();
        Span run = tracer.start("run");
        String id = current.spanId();

        scope.close();

        assertThat(current.spanId()).isEqualTo(id);
        run.close();
    }

    @Test
    void close_onAnotherThread_leavesWhatIsCurrentThere() throws Exception {
        Span outer = tracer.start("outer");
        Span inner = tracer.start("inner");
        Future<String> there = pool.submit(() -> {
            try (Span.Scope scope = inner.enter()) {
                inner.close();
            }
            return current.spanId();
        });

        assertThat(there.get(30, TimeUnit.SECONDS)).isEmpty();
        outer.close();
    }

    @Test
    void detach_closedOnAnotherThread_leavesItsFirstThreadFree() throws Exception {
        Span request = tracer.start("request").detach();

        assertThat(current.spanId()).isEmpty();
        tracer.start("next request").close();
        pool.submit(request::close).get(30, TimeUnit.SECONDS);

        assertThat(sink.owner()).hasSize(2);
        assertThat(sink.owner())
                .allSatisfy(signal ->
                        assertThat(((Trace) signal).root().parentSpanId()).isEmpty());
    }

    @Test
    void child_onManyThreads_arriveAll() throws Exception {
        try (Span run = tracer.start("run")) {
            List<Future<?>> tasks = new java.util.ArrayList<>();
            for (int i = 0; i < 500; i++) {
                tasks.add(pool.submit(() -> run.child("part").set("n", 1L).close()));
            }
            for (Future<?> task : tasks) {
                task.get(30, TimeUnit.SECONDS);
            }
        }

        assertThat(onlyTrace().spans()).hasSize(501);
    }

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

    @Test
    void set_secretByKeyOrByText_isRemoved() {
        try (Span span = tracer.start("mail to jane.doe@example.com")) {
            span.set("password", "hunter2horse")
                    .set("note", "mail to jane.doe@example.com")
                    .set("key of jane.doe@example.com", 1L)
                    .input("{\"password\": \"hunter2horse\"}")
                    .output("Authorization: Bearer abcdefghijklmnop0123456789")
                    .fail(new IOException("jane.doe@example.com"));
        }

        assertThat(onlyTrace().toString())
                .doesNotContain("jane")
                .doesNotContain("hunter2")
                .doesNotContain("abcdefghijklmnop");
    }

    @Test
    void set_longMissingOrMany_isCutIgnoredOrBounded() {
        try (Span span = tracer.start("run")) {
            span.input("word ".repeat(2_000_000)).set("none", null);
            for (int i = 0; i < 10_000; i++) {
                span.set("key" + i, i);
            }
        }

        Map<String, Object> attributes = onlyTrace().root().attributes();
        assertThat(attributes).hasSizeLessThanOrEqualTo(128).doesNotContainKey("none");
        assertThat(attributes.get("input").toString()).hasSizeLessThanOrEqualTo(LONGEST_VALUE);
    }

    @Test
    void fail_messageThatThrows_isTheTypeAlone() {
        try (Span span = tracer.start("run")) {
            span.fail(new RuntimeException() {
                private static final long serialVersionUID = 1L;

                @Override
                public String getMessage() {
                    throw new AssertionError();
                }
            });
        }

        assertThat(onlyTrace().root().failed()).isTrue();
        assertThat(onlyTrace().root().failure()).startsWith(TracerTest.class.getName());
    }

    @Test
    void close_notAllowed_handsOnNothing() {
        sink.only();

        tracer.start("run").set("a", "b").close();

        assertThat(sink.owner()).isEmpty();
    }

    private Trace onlyTrace() {
        assertThat(sink.owner()).hasSize(1);
        return (Trace) sink.owner().get(0);
    }

    private static Map<String, Trace.Span> byName(Trace trace) {
        Map<String, Trace.Span> spans = new HashMap<>();
        for (Trace.Span span : trace.spans()) {
            spans.put(span.name(), span);
        }
        return spans;
    }

    private Tracer tracer(double ratio) {
        return new Tracer(sink, new RealScrubber(), current, Clock.systemUTC(), ratio);
    }
}
