package dev.candor.telemetry.core.internal.catalogue;

import dev.candor.telemetry.Attribute;
import dev.candor.telemetry.EventType;
import dev.candor.telemetry.ValueType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** A value of each type, for the examples in the document: always the same. */
final class Sample {
    private static final String HASH = "0123456789abcdef0123456789abcdef";

    private Sample() {}

    static Map<String, Object> attributes(EventType type) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Attribute<?> attribute : type.attributes()) {
            values.put(attribute.name(), value(attribute.type()));
        }
        return values;
    }

    private static Object value(ValueType type) {
        if (type instanceof ValueType.OneOf set) {
            return new TreeSet<>(set.values()).first();
        }
        if (type instanceof ValueType.RealNumber bounds) {
            return Math.max(bounds.min(), Math.min(bounds.max(), 1.5));
        }
        if (type instanceof ValueType.WholeNumber bounds) {
            return Math.max(bounds.min(), Math.min(bounds.max(), 1L));
        }
        if (type instanceof ValueType.Flag) {
            return true;
        }
        if (type instanceof ValueType.Elapsed) {
            return 1.5;
        }
        if (type instanceof ValueType.Version) {
            return "1.2.3";
        }
        return structure(type);
    }

    private static Object structure(ValueType type) {
        if (type instanceof ValueType.Hash) {
            return HASH;
        }
        if (type instanceof ValueType.ListOf list) {
            return List.of(value(list.items()));
        }
        if (type instanceof ValueType.RecordOf members) {
            Map<String, Object> values = new LinkedHashMap<>();
            for (Attribute<?> member : members.members()) {
                values.put(member.name(), value(member.type()));
            }
            return values;
        }
        if (type instanceof ValueType.Tree) {
            return Map.of("key", "value");
        }
        return type instanceof ValueType.Text ? "text" : ValueCheck.OTHER;
    }
}
