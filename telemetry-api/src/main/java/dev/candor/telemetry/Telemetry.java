package dev.candor.telemetry;

import java.time.Duration;

/**
 * What an application records, and how it waits for delivery.
 *
 * <p>Safe for use by several threads. After start-up no method throws for telemetry's own reasons, and only {@link #flush} and
 * {@link #close(Duration)} wait, never beyond the time they are given. Consent can be given or withdrawn while it is open.
 */
public interface Telemetry extends AutoCloseable {

    /** Telemetry that does nothing, for tests and for tools that leave it out. */
    static Telemetry disabled() {
        return DisabledTelemetry.INSTANCE;
    }

    /** Whether something recorded for {@code purpose} now would be accepted. */
    boolean enabled(Purpose purpose);

    /** Starts a usage event. Without consent it is one shared object that does nothing. */
    Event event(EventType type);

    /** Error reporting. */
    Errors errors();

    /** Starts a span: a child of the thread's current span, or a new trace. */
    Span trace(String name);

    /** Starts a span of a trace that came from another process by a W3C {@code traceparent} header; a malformed one starts a new trace. */
    Span trace(String name, String traceparent);

    /** Counters, gauges and histograms. */
    Metrics metrics();

    /** Log records. */
    Logs logs();

    /** Tries to deliver what is waiting, for at most {@code atMost}, and says what was achieved. */
    Delivery flush(Duration atMost);

    /**
     * Stops taking signals, keeps what waits safe, and delivers what it can in at most {@code atMost}.
     *
     * <p>A second call returns at once.
     */
    Delivery close(Duration atMost);

    /** Closes within the mode's own deadline: 200 ms for a command, 2 s for a server. */
    @Override
    void close();
}
