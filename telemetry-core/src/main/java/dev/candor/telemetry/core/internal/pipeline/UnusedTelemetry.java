package dev.candor.telemetry.core.internal.pipeline;

import dev.candor.telemetry.Delivery;
import dev.candor.telemetry.Errors;
import dev.candor.telemetry.Event;
import dev.candor.telemetry.EventType;
import dev.candor.telemetry.Logs;
import dev.candor.telemetry.Metrics;
import dev.candor.telemetry.NoOp;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.Span;
import dev.candor.telemetry.Telemetry;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The telemetry of a command that may not record usage events: it takes none, and opens the real one only for what whoever runs the
 * command may still want for themselves, and where a flush looks for a new answer.
 */
public final class UnusedTelemetry implements Telemetry {
    private final Supplier<Telemetry> whole;
    // Guarded by this, except that opened is read without.
    private volatile @Nullable Telemetry opened;
    private boolean closed;

    /** Opens what {@code whole} makes, once, when it is first needed. */
    public UnusedTelemetry(Supplier<Telemetry> whole) {
        this.whole = whole;
    }

    @Override
    public Event event(EventType type) {
        Telemetry real = opened;
        return real == null ? NoOp.EVENT : real.event(type);
    }

    @Override
    public boolean enabled(Purpose purpose) {
        Telemetry real = opened;
        return (real != null || purpose != Purpose.USAGE) && real().enabled(purpose);
    }

    @Override
    public Errors errors() {
        return real().errors();
    }

    @Override
    public Span trace(String name) {
        return real().trace(name);
    }

    @Override
    public Span trace(String name, String traceparent) {
        return real().trace(name, traceparent);
    }

    @Override
    public Metrics metrics() {
        return real().metrics();
    }

    @Override
    public Logs logs() {
        return real().logs();
    }

    @Override
    public Delivery flush(Duration atMost) {
        return real().flush(atMost);
    }

    @Override
    public synchronized Delivery close(Duration atMost) {
        Telemetry real = opened;
        closed = true;
        return real == null ? Delivery.nothing() : real.close(atMost);
    }

    @Override
    public synchronized void close() {
        Telemetry real = opened;
        closed = true;
        if (real != null) {
            real.close();
        }
    }

    private synchronized Telemetry real() {
        Telemetry real = opened;
        if (real == null) {
            real = whole.get();
            opened = real;
            if (closed) {
                real.close();
            }
        }
        return real;
    }
}
