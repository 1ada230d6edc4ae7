package dev.candor.telemetry.core.internal.pipeline;

import dev.candor.telemetry.Attribute;
import dev.candor.telemetry.Event;
import dev.candor.telemetry.EventType;
import dev.candor.telemetry.core.internal.delivery.FloodGate;

/** An event of a type of which there were too many: it is counted when it is recorded, and nothing of it is looked at. */
final class SuppressedEvent implements Event {
    private final UsageIntake intake;
    private final FloodGate gate;
    private final String reason;

    SuppressedEvent(UsageIntake intake, EventType type, FloodGate gate) {
        this.intake = intake;
        this.gate = gate;
        this.reason = reason(type);
    }

    static String reason(EventType type) {
        return "event suppressed by its daily cap or as a loop: " + type.name();
    }

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
        intake.suppress(gate, reason);
        return false;
    }

    @Override
    public boolean recordDurably() {
        return record();
    }
}
