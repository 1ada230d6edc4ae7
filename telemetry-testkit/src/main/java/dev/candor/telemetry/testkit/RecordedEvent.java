package dev.candor.telemetry.testkit;

import dev.candor.telemetry.Attribute;
import dev.candor.telemetry.spi.UsageEvent;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A recorded event, to be asserted on. */
public final class RecordedEvent {
    private final UsageEvent event;

    RecordedEvent(UsageEvent event) {
        this.event = event;
    }

    /** Asserts that an attribute was sent with this value; whole and real numbers are compared by value. */
    public <T> RecordedEvent with(Attribute<T> attribute, T value) {
        Object sent = event.attributes().get(attribute.name());
        if (!same(sent, value)) {
            throw new AssertionError(event.name() + "." + attribute.name() + " is " + sent + " and not " + value
                    + "; all: " + event.attributes());
        }
        return this;
    }

    /** Asserts that an attribute was not sent. */
    public RecordedEvent without(Attribute<?> attribute) {
        Object sent = event.attributes().get(attribute.name());
        if (sent != null) {
            throw new AssertionError(event.name() + "." + attribute.name() + " is " + sent);
        }
        return this;
    }

    /** The event itself. */
    public UsageEvent event() {
        return event;
    }

    private static boolean same(@Nullable Object sent, Object expected) {
        if (sent instanceof Number one && expected instanceof Number other) {
            return Double.compare(one.doubleValue(), other.doubleValue()) == 0 && one.longValue() == other.longValue();
        }
        return Objects.equals(sent, expected) || Objects.equals(String.valueOf(sent), String.valueOf(expected));
    }
}
