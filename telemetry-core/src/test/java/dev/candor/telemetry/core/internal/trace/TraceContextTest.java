package dev.candor.telemetry.core.internal.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Span;
import dev.candor.telemetry.spi.Trace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** Which span is current on which thread, pooled and virtual. */
class TraceContextTest extends TracerFixture {
    private final ExecutorService pool = Executors.newFixedThreadPool(2);

    @AfterEach
    void stopPool() {
        pool.shutdownNow();
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
            List<Future<?>> tasks = new ArrayList<>();
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
    @EnabledForJreRange(min = JRE.JAVA_21)
    void wrap_onVirtualThreads_isTheParentOnEachAndOnNoneThatWasNotTold() throws Exception {
        ExecutorService virtual = virtualThreads();
        try (Span run = tracer.start("run")) {
            List<Future<?>> told = new ArrayList<>();
            List<Future<String>> notTold = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                told.add(virtual.submit(run.wrap(() -> {
                    try (Span task = tracer.start("task")) {
                        // It may go on on another carrier, where the context has to follow it.
                        Thread.yield();
                        tracer.start("step").close();
                    }
                })));
                notTold.add(virtual.submit(current::spanId));
            }
            for (Future<?> task : told) {
                task.get(30, TimeUnit.SECONDS);
            }
            for (Future<String> task : notTold) {
                assertThat(task.get(30, TimeUnit.SECONDS)).isEmpty();
            }
        } finally {
            virtual.shutdownNow();
        }

        List<Trace.Span> spans = onlyTrace().spans();
        Map<String, String> names = new HashMap<>();
        spans.forEach(span -> names.put(span.spanId(), span.name()));
        assertThat(spans).hasSize(801);
        assertThat(spans)
                .allSatisfy(span -> assertThat(names.getOrDefault(span.parentSpanId(), ""))
                        .isEqualTo(
                                Map.of("run", "", "task", "run", "step", "task").get(span.name())));
    }

    /** By reflection, since this is compiled for Java 17. */
    private static ExecutorService virtualThreads() throws ReflectiveOperationException {
        return (ExecutorService)
                Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    }
}
