package dev.candor.telemetry.core.internal.pipeline;

import dev.candor.telemetry.Audience;
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
import dev.candor.telemetry.core.Mode;
import dev.candor.telemetry.core.internal.consent.ConsentGate;
import java.time.Duration;

/** A tool's telemetry while its program runs. */
public final class LiveTelemetry implements Telemetry {
    private static final Duration SERVER_CLOSE = Duration.ofSeconds(2);

    private final Mode mode;
    private final ConsentGate gate;
    private final Intake intake;
    private final UsageIntake usage;
    private final Instruments instruments;
    private final Lifecycle lifecycle;

    LiveTelemetry(
            Mode mode,
            ConsentGate gate,
            Intake intake,
            UsageIntake usage,
            Instruments instruments,
            Lifecycle lifecycle) {
        this.mode = mode;
        this.gate = gate;
        this.intake = intake;
        this.usage = usage;
        this.instruments = instruments;
        this.lifecycle = lifecycle;
    }

    @Override
    public boolean enabled(Purpose purpose) {
        return intake.accepts(purpose, purpose.audience())
                || (purpose == Purpose.ERRORS && intake.accepts(purpose, Audience.OWNER));
    }

    @Override
    public Event event(EventType type) {
        // Asked here first, because a no must cost nothing: the way through intake and gate is twice as long.
        return gate.allowsUsage() ? usage.event(type) : NoOp.EVENT;
    }

    @Override
    public Errors errors() {
        return instruments.errors();
    }

    @Override
    public Span trace(String name) {
        return intake.accepts(Purpose.TRACES, Audience.OWNER)
                ? instruments.tracer().start(name)
                : NoOp.span();
    }

    @Override
    public Span trace(String name, String traceparent) {
        return intake.accepts(Purpose.TRACES, Audience.OWNER)
                ? instruments.tracer().start(name, traceparent)
                : NoOp.span();
    }

    @Override
    public Metrics metrics() {
        return intake.accepts(Purpose.METRICS, Audience.OWNER) ? instruments.metrics() : NoOp.metrics();
    }

    @Override
    public Logs logs() {
        return instruments.logs();
    }

    @Override
    public Delivery flush(Duration atMost) {
        return lifecycle.flush(atMost);
    }

    /** Takes an event that was made by a quick start. */
    boolean take(EventDraft draft, boolean durable) {
        return usage.take(draft, durable);
    }

    /** Remembers an event that a quick start took. */
    void crumb(EventDraft draft) {
        instruments.crumb(draft);
    }

    @Override
    public Delivery close(Duration atMost) {
        return lifecycle.close(atMost);
    }

    @Override
    public void close() {
        lifecycle.close(mode == Mode.COMMAND ? QuickTelemetry.COMMAND_CLOSE : SERVER_CLOSE);
    }
}
