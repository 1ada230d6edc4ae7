package dev.candor.telemetry.core.internal.start;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** All that a tool's code says and where it runs, as one text: two tools that could decide differently have different texts. */
public final class ToolIdentity {
    private final String name;
    private final StringBuilder text = new StringBuilder();

    /** Starts with the tool's name. */
    public ToolIdentity(String name) {
        this.name = name;
        with(name);
    }

    String name() {
        return name;
    }

    /** Adds a value; its length in front keeps two values apart from one. */
    public ToolIdentity with(@Nullable Object value) {
        if (value == null) {
            text.append('-');
        } else {
            String each = value.toString();
            text.append(each.length()).append(':').append(each);
        }
        return this;
    }

    /** Adds several values, in their order. */
    public ToolIdentity withAll(Collection<?> values) {
        text.append(values.size()).append('[');
        for (Object each : values) {
            with(each);
        }
        return this;
    }

    /** Adds names in the order of the alphabet. */
    public ToolIdentity withSet(Collection<String> names) {
        return withAll(names.size() < 2 ? names : new TreeSet<>(names));
    }

    /** Adds names and values in the order of the alphabet. */
    public ToolIdentity withMap(Map<String, ?> values) {
        text.append(values.size()).append('{');
        Map<String, ?> sorted = values.size() < 2 ? values : new TreeMap<>(values);
        for (Map.Entry<String, ?> each : sorted.entrySet()) {
            with(each.getKey());
            with(each.getValue());
        }
        return this;
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
