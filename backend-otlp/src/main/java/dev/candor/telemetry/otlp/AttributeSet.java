package dev.candor.telemetry.otlp;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Attributes being collected; a later value of the same name takes the place of an earlier one. Used once. */
final class AttributeSet {
    private static final int ROOM = 32;

    private final AttributeKeys keys;

    /** A key, its value, and so on up to {@code end}. */
    private Object[] pairs = new Object[ROOM];

    private int end;

    AttributeSet(AttributeKeys keys) {
        this.keys = keys;
    }

    /** Takes a value of ours; an empty string or list means that there is none. */
    AttributeSet put(String name, Object value) {
        if (!value.equals("") && !(value instanceof List<?> list && list.isEmpty())) {
            add(name, value, place(name));
        }
        return this;
    }

    /** Takes values of the tool's as they are. */
    AttributeSet putAll(Map<String, ?> all) {
        boolean first = end == 0;
        for (Map.Entry<String, ?> each : all.entrySet()) {
            // The names of one map differ.
            add(each.getKey(), each.getValue(), first ? end : place(each.getKey()));
        }
        return this;
    }

    /** OpenTelemetry's attributes. */
    PlainAttributes attributes() {
        return new PlainAttributes(pairs, end);
    }

    /** Where a name stands, or the end. */
    private int place(String name) {
        int place = 0;
        while (place < end && !((AttributeKey<?>) pairs[place]).getKey().equals(name)) {
            place += 2;
        }
        return place;
    }

    private void add(String name, Object value, int place) {
        if (name.isEmpty()) {
            // OpenTelemetry has no attribute without a name.
            return;
        }
        if (value instanceof String text) {
            set(place, keys.text(name), text);
        } else if (value instanceof Boolean flag) {
            set(place, keys.flag(name), flag);
        } else if (value instanceof Double number) {
            set(place, keys.number(name), number);
        } else if (value instanceof Long number) {
            set(place, keys.whole(name), number);
        } else if (value instanceof List<?> list && isText(list)) {
            set(place, AttributeKey.stringArrayKey(name), texts(list));
        } else {
            set(place, AttributeKey.valueKey(name), value(value));
        }
    }

    private <T> void set(int place, AttributeKey<T> key, T value) {
        if (place == end) {
            if (end == pairs.length) {
                pairs = Arrays.copyOf(pairs, 2 * end);
            }
            end += 2;
        }
        pairs[place] = key;
        pairs[place + 1] = value;
    }

    private static boolean isText(List<?> list) {
        for (Object item : list) {
            if (!(item instanceof String)) {
                return false;
            }
        }
        return true;
    }

    private static List<String> texts(List<?> list) {
        List<String> texts = new ArrayList<>(list.size());
        for (Object item : list) {
            texts.add((String) item);
        }
        return texts;
    }

    /** Any value of a signal as OpenTelemetry's. */
    static Value<?> value(Object value) {
        if (value instanceof Boolean flag) {
            return Value.of((boolean) flag);
        }
        if (value instanceof Long number) {
            return Value.of((long) number);
        }
        if (value instanceof Double number) {
            return Value.of((double) number);
        }
        if (value instanceof List<?> list) {
            List<Value<?>> values = new ArrayList<>(list.size());
            for (Object item : list) {
                values.add(value(item));
            }
            return Value.of(values);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Value<?>> values = new LinkedHashMap<>();
            map.forEach((name, item) -> values.put(String.valueOf(name), value(item)));
            return Value.of(values);
        }
        return Value.of(value.toString());
    }
}
