package dev.candor.telemetry.core.internal.pipeline;

import dev.candor.telemetry.Attribute;
import dev.candor.telemetry.Audience;
import dev.candor.telemetry.Event;
import dev.candor.telemetry.EventType;
import dev.candor.telemetry.NoOp;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.internal.catalogue.ValueCheck;
import dev.candor.telemetry.core.internal.delivery.FloodGate;
import java.util.IdentityHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Hands out usage events and takes them back: declared, not expired, within their daily cap. */
final class UsageIntake extends EventDesk {
    private static final long DAY_MILLIS = 86_400_000L;

    private final Intake intake;
    private final Engine engine;
    private final IdentityHashMap<EventType, FloodGate> gates;
    private final ValueCheck check;
    private final Tally tally;
    private final ConcurrentHashMap<EventType, SuppressedEvent> suppressed = new ConcurrentHashMap<>();

    /** Takes events of the types that {@code gates} has, by identity. */
    UsageIntake(
            Intake intake, Engine engine, IdentityHashMap<EventType, FloodGate> gates, ValueCheck check, Tally tally) {
        this.intake = intake;
        this.engine = engine;
        this.gates = gates;
        this.check = check;
        this.tally = tally;
    }

    /** A new event, or the shared one that does nothing. */
    Event event(EventType type) {
        if (!intake.accepts(Purpose.USAGE, Audience.MAINTAINER)) {
            return NoOp.EVENT;
        }
        FloodGate gate = gates.get(type);
        if (gate == null) {
            // by its text: an application may hand over null
            tally.count("event not in the catalogue: ".concat(String.valueOf(type)));
            return NoOp.EVENT;
        }
        // A flood is refused before anything of it is redacted: that would cost more than all the rest.
        return gate.wasShut() && gate.isShut(idHigh() >>> 16)
                ? suppressed(type, gate)
                : new EventDraft(this, type, gate);
    }

    private Event suppressed(EventType type, FloodGate gate) {
        SuppressedEvent known = suppressed.get(type);
        if (known == null) {
            known = new SuppressedEvent(this, type, gate);
            suppressed.put(type, known);
        }
        return known;
    }

    @Override
    @Nullable
    Object checked(Attribute<?> attribute, @Nullable Object value) {
        return checked(check, attribute, value);
    }

    /** What may be sent of {@code value}; null when it is dropped. */
    static @Nullable Object checked(ValueCheck check, Attribute<?> attribute, @Nullable Object value) {
        try {
            return check.check(attribute.name(), attribute.type(), value);
        } catch (RuntimeException | Error hostile) {
            // A value's own equals, iterator or size threw or never ended: the value is dropped, the host is not told.
            return null;
        }
    }

    @Override
    void dropped(EventType type, Attribute<?> attribute) {
        tally.count("attribute dropped: ".concat(type.name()).concat(".").concat(String.valueOf(attribute)));
    }

    @Override
    void refused(String reason) {
        tally.count(reason);
    }

    /** Counts an event that was made while its gate was shut; it stays refused though the gate may be open by now. */
    void suppress(FloodGate gate, String reason) {
        if (intake.accepts(Purpose.USAGE, Audience.MAINTAINER)) {
            gate.admits(idHigh() >>> 16);
            tally.count(reason);
        }
    }

    @Override
    boolean take(EventDraft draft, boolean durable) {
        EventType type = draft.type();
        if (type.expiredOn(draft.millis() / DAY_MILLIS)) {
            tally.count("event type expired: " + type.name());
            return false;
        }
        if (!intake.accepts(Purpose.USAGE, Audience.MAINTAINER)) {
            return false;
        }
        if (!draft.gate().admits(draft.millis())) {
            tally.count(SuppressedEvent.reason(type));
            return false;
        }
        boolean taken = engine.append(draft, durable);
        if (taken) {
            engine.crumb(draft);
        }
        return taken;
    }

    @Override
    long idHigh() {
        return intake.high();
    }

    @Override
    long idLow() {
        return intake.low();
    }

    @Override
    long[] destinations() {
        return engine.destinations(Purpose.USAGE, Audience.MAINTAINER);
    }

    @Override
    String distinctId(long idHigh, long idLow) {
        return engine.distinctId(idHigh, idLow);
    }

    @Override
    byte[] resource() {
        return engine.resourceBytes();
    }
}
