package dev.candor.telemetry.core.internal.pipeline;

import dev.candor.telemetry.Attribute;
import dev.candor.telemetry.Event;
import dev.candor.telemetry.EventType;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.ValueType;
import dev.candor.telemetry.core.internal.catalogue.ValueCheck;
import dev.candor.telemetry.core.internal.codec.FrameWriter;
import dev.candor.telemetry.core.internal.delivery.FloodGate;
import dev.candor.telemetry.core.internal.errors.Breadcrumbs;
import dev.candor.telemetry.core.internal.spool.Outgoing;
import dev.candor.telemetry.core.internal.spool.PayloadBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A usage event being made, and after {@code record} the thing that the spool writes: the same object, so that nothing is copied.
 *
 * <p>Values sit in two arrays by the attribute's place; a primitive is kept in {@code bits} with a marker for its kind in {@code values}.
 */
final class EventDraft implements Event, Outgoing, Breadcrumbs.Event {
    private static final Object REAL = new Object();
    private static final Object WHOLE = new Object();
    private static final Object FLAG = new Object();

    private final EventDesk desk;
    private final EventType type;
    private final FloodGate gate;
    private final @Nullable Object[] values;
    private final long[] bits;
    private long idHigh;
    private long idLow;
    private boolean recorded;

    EventDraft(EventDesk desk, EventType type, FloodGate gate) {
        this.desk = desk;
        this.type = type;
        this.gate = gate;
        this.values = new @Nullable Object[type.size()];
        this.bits = new long[type.size()];
    }

    EventType type() {
        return type;
    }

    FloodGate gate() {
        return gate;
    }

    @Override
    public String name() {
        return type.name();
    }

    @Override
    public long millis() {
        return idHigh >>> 16;
    }

    @Override
    public <T> Event with(Attribute<T> attribute, T value) {
        int index = place(attribute);
        if (index >= 0) {
            Object checked = desk.checked(attribute, value);
            if (checked == null) {
                desk.dropped(type, attribute);
            } else {
                values[index] = checked;
            }
        }
        return this;
    }

    @Override
    public Event with(Attribute<Double> attribute, double value) {
        int index = place(attribute);
        if (index >= 0) {
            boolean fits = attribute.type() instanceof ValueType.RealNumber bounds && ValueCheck.within(bounds, value);
            put(index, attribute, fits, REAL, Double.doubleToRawLongBits(value));
        }
        return this;
    }

    @Override
    public Event with(Attribute<Long> attribute, long value) {
        int index = place(attribute);
        if (index >= 0) {
            boolean fits = attribute.type() instanceof ValueType.WholeNumber bounds && ValueCheck.within(bounds, value);
            put(index, attribute, fits, WHOLE, value);
        }
        return this;
    }

    @Override
    public Event with(Attribute<Boolean> attribute, boolean value) {
        int index = place(attribute);
        if (index >= 0) {
            put(index, attribute, attribute.type() instanceof ValueType.Flag, FLAG, value ? 1 : 0);
        }
        return this;
    }

    @Override
    public boolean record() {
        return take(false);
    }

    @Override
    public boolean recordDurably() {
        return take(true);
    }

    @Override
    public long idHigh() {
        return idHigh;
    }

    @Override
    public long idLow() {
        return idLow;
    }

    @Override
    public Purpose purpose() {
        return Purpose.USAGE;
    }

    @Override
    public long[] destinations() {
        return desk.destinations();
    }

    @Override
    public void writePayload(PayloadBuffer out) {
        FrameWriter.beginUsage(out, desk.distinctId(idHigh, idLow), desk.resource(), type.name(), present());
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value != null) {
                write(out, type.attribute(i).name(), value, bits[i]);
            }
        }
    }

    @Override
    public long touch() {
        return idHigh + values.length + bits.length;
    }

    private static void write(PayloadBuffer out, String key, Object value, long bits) {
        if (value == REAL) {
            FrameWriter.attribute(out, key, Double.longBitsToDouble(bits));
        } else if (value == WHOLE) {
            FrameWriter.attribute(out, key, bits);
        } else if (value == FLAG) {
            FrameWriter.attribute(out, key, bits != 0);
        } else {
            FrameWriter.attribute(out, key, value);
        }
    }

    private boolean take(boolean durable) {
        if (recorded) {
            desk.refused("an event was recorded twice");
            return false;
        }
        recorded = true;
        idHigh = desk.idHigh();
        idLow = desk.idLow();
        return desk.take(this, durable);
    }

    /** The place of a declared attribute of an event that is still being made, or -1. */
    private int place(Attribute<?> attribute) {
        int index = recorded ? -1 : type.indexOf(attribute);
        if (index < 0) {
            desk.dropped(type, attribute);
        }
        return index;
    }

    private void put(int index, Attribute<?> attribute, boolean fits, Object marker, long value) {
        if (fits) {
            values[index] = marker;
            bits[index] = value;
        } else {
            desk.dropped(type, attribute);
        }
    }

    private int present() {
        int count = 0;
        for (Object value : values) {
            if (value != null) {
                count++;
            }
        }
        return count;
    }
}
