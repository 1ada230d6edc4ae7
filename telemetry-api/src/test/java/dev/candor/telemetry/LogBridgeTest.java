package dev.candor.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LogBridgeTest {
    private final List<String> seen = new ArrayList<>();
    private Runnable whileLogging = () -> {};
    private final LogBridge bridge = new LogBridge(new RecordingTelemetry(), Severity.ERROR);

    @Test
    void publish_belowInfo_isALogRecordAlone() {
        publish(Severity.DEBUG, null);

        assertThat(seen).containsExactly("log DEBUG");
    }

    @Test
    void publish_fromInfoOn_isABreadcrumbToo() {
        publish(Severity.INFO, null);
        publish(Severity.WARN, new IOException("x"));

        assertThat(seen).containsExactly("log INFO", "crumb message", "log WARN", "crumb message");
    }

    @Test
    void publish_graveWithAnException_reportsThatException() {
        publish(Severity.ERROR, new IOException("x"));

        assertThat(seen).containsExactly("log ERROR", "ERROR", "error IOException: x");
    }

    @Test
    void publish_graveWithoutAnException_reportsTheMessageWithoutAStack() {
        publish(Severity.FATAL, null);

        assertThat(seen).containsExactly("log FATAL", "FATAL", "error LoggedError: logger: message");
    }

    @Test
    void publish_recordThatArisesMeanwhile_isIgnoredAndTheNextIsNot() {
        whileLogging = () -> publish(Severity.ERROR, null);
        publish(Severity.DEBUG, null);
        whileLogging = () -> {};

        publish(Severity.DEBUG, null);

        assertThat(seen).containsExactly("log DEBUG", "log DEBUG");
    }

    @Test
    void publish_recordOfTelemetryItselfOrItsTransport_isIgnored() {
        bridge.publish(Severity.ERROR, "dev.candor.telemetry.core", "message", null, Map.of());
        bridge.publish(Severity.ERROR, "io.sentry.transport", "message", null, Map.of());

        assertThat(seen).isEmpty();
    }

    @Test
    void publish_telemetryThatThrows_isNotFeltAndTheNextRecordIsHandled() {
        whileLogging = () -> {
            throw new IllegalStateException("broken");
        };
        assertThatCode(() -> publish(Severity.ERROR, null)).doesNotThrowAnyException();
        whileLogging = () -> {
            throw new NoClassDefFoundError("broken");
        };
        assertThatCode(() -> publish(Severity.ERROR, null)).doesNotThrowAnyException();
        whileLogging = () -> {};

        publish(Severity.ERROR, new IOException("x"));

        assertThat(seen).endsWith("log ERROR", "ERROR", "error IOException: x");
    }

    private void publish(Severity severity, @Nullable Throwable error) {
        bridge.publish(severity, "logger", "message", error, Map.of());
    }

    /** Notes what it is handed. */
    private final class RecordingTelemetry implements Telemetry, Logs, Errors {
        @Override
        public boolean accepts(Severity severity) {
            return true;
        }

        @Override
        public boolean log(
                Severity severity,
                String logger,
                String message,
                @Nullable Throwable error,
                Map<String, ?> attributes) {
            seen.add("log " + severity);
            whileLogging.run();
            return true;
        }

        @Override
        public boolean record(Throwable error) {
            seen.add("error " + error.getClass().getSimpleName() + ": " + error.getMessage());
            return true;
        }

        @Override
        public boolean record(Throwable error, Severity severity) {
            seen.add(severity.name());
            return record(error);
        }

        @Override
        public void breadcrumb(String category, String message) {
            seen.add("crumb " + message);
        }

        @Override
        public Logs logs() {
            return this;
        }

        @Override
        public Errors errors() {
            return this;
        }

        @Override
        public boolean enabled(Purpose purpose) {
            return true;
        }

        @Override
        public Event event(EventType type) {
            return NoOp.EVENT;
        }

        @Override
        public Span trace(String name) {
            return NoOp.span();
        }

        @Override
        public Span trace(String name, String traceparent) {
            return NoOp.span();
        }

        @Override
        public Metrics metrics() {
            return NoOp.metrics();
        }

        @Override
        public Delivery flush(Duration atMost) {
            return Delivery.nothing();
        }

        @Override
        public Delivery close(Duration atMost) {
            return Delivery.nothing();
        }

        @Override
        public void close() {}

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
        public Handle captureUncaught() {
            return () -> {};
        }
    }
}
