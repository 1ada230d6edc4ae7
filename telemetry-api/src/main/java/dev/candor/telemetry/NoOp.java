package dev.candor.telemetry;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The shared objects that do nothing: what a purpose without consent hands out.
 *
 * <p>Each is made when it is first asked for, so that a command that may record nothing loads the one class it needs.
 */
public final class NoOp {
    /** An event that is never recorded. */
    public static final Event EVENT = new NoEvent();

    private NoOp() {}

    /** Runs bodies, reports nothing. */
    public static Errors errors() {
        return NoErrors.SHARED;
    }

    /** A span that is never handed on. */
    public static Span span() {
        return NoSpan.SHARED;
    }

    /** Instruments that count nothing. */
    public static Metrics metrics() {
        return NoMetrics.SHARED;
    }

    /** Accepts no log record. */
    public static Logs logs() {
        return NoLogs.SHARED;
    }

    private static final class NoEvent implements Event {
        @Override
        public <T> Event with(Attribute<T> attribute, T value) {
            return this;
        }

        @Override
        public Event with(Attribute<Double> attribute, double value) {
            return this;
        }

        @Override
        public Event with(Attribute<Long> attribute, long value) {
            return this;
        }

        @Override
        public Event with(Attribute<Boolean> attribute, boolean value) {
            return this;
        }

        @Override
        public boolean record() {
            return false;
        }

        @Override
        public boolean recordDurably() {
            return false;
        }
    }

    private static final class NoErrors implements Errors {
        private static final Errors SHARED = new NoErrors();

        @Override
        public <X extends Exception> void run(ThrowingRunnable<X> body) throws X {
            body.run();
        }

        @Override
        public <T, X extends Exception> T call(ThrowingSupplier<T, X> body) throws X {
            return body.get();
        }

        @Override
        public Runnable wrap(Runnable task) {
            return task;
        }

        @Override
        public <T> Callable<T> wrapCallable(Callable<T> task) {
            return task;
        }

        @Override
        public <T> Supplier<T> wrapSupplier(Supplier<T> supplier) {
            return supplier;
        }

        @Override
        public boolean record(Throwable error) {
            return false;
        }

        @Override
        public void breadcrumb(String category, String message) {}

        @Override
        public Handle captureUncaught() {
            return NoHandle.SHARED;
        }
    }

    private static final class NoHandle implements Errors.Handle {
        private static final Errors.Handle SHARED = new NoHandle();

        @Override
        public void close() {}
    }

    private static final class NoScope implements Span.Scope {
        private static final Span.Scope SHARED = new NoScope();

        @Override
        public void close() {}
    }

    private static final class NoSpan implements Span {
        private static final Span SHARED = new NoSpan();

        @Override
        public Span set(String key, String value) {
            return this;
        }

        @Override
        public Span set(String key, long value) {
            return this;
        }

        @Override
        public Span set(String key, double value) {
            return this;
        }

        @Override
        public Span set(String key, boolean value) {
            return this;
        }

        @Override
        public Span input(String value) {
            return this;
        }

        @Override
        public Span output(String value) {
            return this;
        }

        @Override
        public Span fail(Throwable error) {
            return this;
        }

        @Override
        public Span child(String name) {
            return this;
        }

        @Override
        public Scope enter() {
            return NoScope.SHARED;
        }

        @Override
        public Span detach() {
            return this;
        }

        @Override
        public Runnable wrap(Runnable task) {
            return task;
        }

        @Override
        public String traceparent() {
            return "";
        }

        @Override
        public String traceId() {
            return "";
        }

        @Override
        public void close() {}
    }

    private static final class NoMetrics implements Metrics {
        private static final Metrics SHARED = new NoMetrics();
        private static final Counter COUNTER = new NoCounter();
        private static final Gauge GAUGE = new NoGauge();
        private static final Histogram HISTOGRAM = new NoHistogram();

        @Override
        public Counter counter(String name, String unit) {
            return COUNTER;
        }

        @Override
        public Gauge gauge(String name, String unit) {
            return GAUGE;
        }

        @Override
        public Histogram histogram(String name, String unit, double... bounds) {
            return HISTOGRAM;
        }
    }

    private static final class NoCounter implements Metrics.Counter {
        @Override
        public Metrics.Counter labelled(String key, String value) {
            return this;
        }

        @Override
        public void add(long amount) {}
    }

    private static final class NoGauge implements Metrics.Gauge {
        @Override
        public Metrics.Gauge labelled(String key, String value) {
            return this;
        }

        @Override
        public void set(double value) {}
    }

    private static final class NoHistogram implements Metrics.Histogram {
        @Override
        public Metrics.Histogram labelled(String key, String value) {
            return this;
        }

        @Override
        public void record(double value) {}
    }

    private static final class NoLogs implements Logs {
        private static final Logs SHARED = new NoLogs();

        @Override
        public boolean accepts(Severity severity) {
            return false;
        }

        @Override
        public boolean log(
                Severity severity,
                String logger,
                String message,
                @Nullable Throwable error,
                Map<String, ?> attributes) {
            return false;
        }
    }
}
