package dev.candor.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a purpose without consent hands out: one shared object each, which runs the host's code and keeps nothing. */
class NoOpTest {
    private final Telemetry disabled = Telemetry.disabled();

    @Test
    void event_anyCalls_areOnTheSameObjectAndRecordNothing() {
        EventType type = EventType.named("x").build();

        Event event = disabled.event(type);

        assertThat(event).isSameAs(disabled.event(type)).isSameAs(NoOp.EVENT);
        assertThat(event.with(Attribute.flag("a"), true)).isSameAs(event);
        assertThat(event.with(Attribute.number("a", 0, 1), 0.5)).isSameAs(event);
        assertThat(event.with(Attribute.wholeNumber("a", 0, 1), 1L)).isSameAs(event);
        assertThat(event.with(Attribute.text("a", 9), null)).isSameAs(event);
        assertThat(event.record()).isFalse();
        assertThat(event.recordDurably()).isFalse();
    }

    @Test
    void errors_bodies_runOnceAndThrowWhatTheyThrow() throws Exception {
        IOException failure = new IOException("x");
        int[] runs = {0};

        disabled.errors().run(() -> runs[0]++);

        assertThat(runs[0]).isEqualTo(1);
        assertThat(disabled.errors().<Integer, RuntimeException>call(() -> 7)).isEqualTo(7);
        assertThat(catchThrowable(() -> disabled.errors().run(() -> {
                    throw failure;
                })))
                .isSameAs(failure);
        assertThat(failure.getSuppressed()).isEmpty();
        assertThat(disabled.errors().record(failure)).isFalse();
    }

    @Test
    void errors_wrapped_isTheTaskItself() {
        Runnable task = () -> {};
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();

        try (Errors.Handle handle = disabled.errors().captureUncaught()) {
            assertThat(handle).isNotNull();
            assertThat(Thread.getDefaultUncaughtExceptionHandler()).isSameAs(before);
        }

        assertThat(disabled.errors().wrap(task)).isSameAs(task);
    }

    @Test
    void trace_anyCalls_areOnTheSameObjectAndNameNoTrace() {
        Runnable task = () -> {};

        Span span = disabled.trace("x");

        assertThat(span).isSameAs(disabled.trace("y", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));
        assertThat(span.set("a", "b").set("a", 1).set("a", 0.5).set("a", true)).isSameAs(span);
        assertThat(span.input("x")
                        .output("y")
                        .fail(new IOException())
                        .child("z")
                        .detach())
                .isSameAs(span);
        assertThat(span.wrap(task)).isSameAs(task);
        assertThat(span.traceparent()).isEmpty();
        assertThat(span.traceId()).isEmpty();
        span.enter().close();
        span.close();
    }

    @Test
    void metricsAndLogs_anyCalls_acceptNothing() {
        Metrics.Counter counter = disabled.metrics().counter("a", "1");
        counter.labelled("b", "c").add(1);
        disabled.metrics().gauge("a", "1").labelled("b", "c").set(1);
        disabled.metrics().histogram("a", "1", 1, 2).labelled("b", "c").record(1);

        assertThat(disabled.metrics().counter("other", "1")).isSameAs(counter);
        assertThat(disabled.logs().accepts(Severity.FATAL)).isFalse();
        assertThat(disabled.logs().log(Severity.FATAL, "a", "b", null, Map.of()))
                .isFalse();
    }

    @Test
    void closing_again_isNothing() {
        assertThat(disabled.enabled(Purpose.USAGE)).isFalse();
        assertThat(disabled.flush(Duration.ofDays(1))).isEqualTo(Delivery.nothing());
        assertThat(disabled.close(Duration.ofDays(1))).isEqualTo(Delivery.nothing());
        disabled.close();
        disabled.close();
    }
}
