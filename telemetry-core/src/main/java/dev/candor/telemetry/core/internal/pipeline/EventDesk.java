package dev.candor.telemetry.core.internal.pipeline;

import dev.candor.telemetry.Attribute;
import dev.candor.telemetry.EventType;
import org.jspecify.annotations.Nullable;

/** Where the values of an event being made are checked, and where it is handed in. */
abstract class EventDesk {

    /** What may be sent of {@code value}; null when it is dropped. */
    @Nullable
    abstract Object checked(Attribute<?> attribute, @Nullable Object value);

    abstract void dropped(EventType type, Attribute<?> attribute);

    abstract void refused(String reason);

    /** Takes a finished event; whether it was accepted. */
    abstract boolean take(EventDraft draft, boolean durable);

    /** The upper half of a new id. */
    abstract long idHigh();

    /** The lower half. */
    abstract long idLow();

    abstract long[] destinations();

    abstract String distinctId(long idHigh, long idLow);

    /** The bytes of the resource in frames. */
    abstract byte[] resource();
}
