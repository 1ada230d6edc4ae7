package dev.candor.telemetry.core.internal.catalogue;

import dev.candor.telemetry.EventType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All event types that a tool declared. */
public final class Catalogue {
    private final List<EventType> types;

    /**
     * Takes the tool's types.
     *
     * @throws IllegalArgumentException when two different types have one name
     */
    public Catalogue(List<EventType> types) {
        Map<String, EventType> byName = new HashMap<>();
        for (EventType type : types) {
            EventType other = byName.put(type.name(), type);
            if (other != null && other != type) {
                throw new IllegalArgumentException("two event types are named " + type.name());
            }
        }
        this.types = List.copyOf(byName.size() == types.size() ? types : byName.values());
    }

    /** The types, in the order of declaration. */
    public List<EventType> types() {
        return types;
    }
}
