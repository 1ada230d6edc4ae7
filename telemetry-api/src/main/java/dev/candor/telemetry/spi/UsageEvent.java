package dev.candor.telemetry.spi;

import dev.candor.telemetry.Purpose;
import java.util.Map;

/**
 * A declared usage event.
 *
 * @param name the event type's name
 * @param attributes the declared attributes that were set, in the order of declaration
 */
public record UsageEvent(Header header, String name, Map<String, Object> attributes) implements Signal {

    /** Keeps the order of {@code attributes}, in a copy. */
    public UsageEvent {
        attributes = Ordered.copy(attributes);
    }

    @Override
    public Purpose purpose() {
        return Purpose.USAGE;
    }
}
