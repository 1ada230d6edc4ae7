package dev.candor.telemetry;

import java.time.Duration;

/** Does nothing, with one shared object for each part. */
final class DisabledTelemetry implements Telemetry {
    static final DisabledTelemetry INSTANCE = new DisabledTelemetry();

    private DisabledTelemetry() {}

    @Override
    public boolean enabled(Purpose purpose) {
        return false;
    }

    @Override
    public Event event(EventType type) {
        return NoOp.EVENT;
    }

    @Override
    public Errors errors() {
        return NoOp.errors();
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
    public Logs logs() {
        return NoOp.logs();
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
}
