package dev.candor.telemetry.otlp;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.common.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Attributes being collected; a later value of the same name takes the place of an earlier one. */
final class AttributeSet {
    /** Of several values of one name OpenTelemetry's builder keeps the last. */
    private final AttributesBuilder builder = Attributes.builder();

    private final AttributeKeys keys;

    AttributeSet(AttributeKeys keys) {
        this.keys = keys;
    }

    /** Takes a value of ours; an empty string or list means that there is none. */
    AttributeSet put(String name, Object value) {
        if (!value.equals("") && !(value instanceof List<?> list && list.isEmpty())) {
            add(name, value);
        }
        return this;
    }

    /** Takes values of the tool's as they are. */
    AttributeSet putAll(Map<String, ?> all) {
        for (Map.Entry<String, ?> each : all.entrySet()) {
            add(each.getKey(), each.getValue());
        }
        return this;
    }

    /** OpenTelemetry's attributes. */
    Attributes attributes() {
        return builder.build();
    }

    private void add(String name, Object value) {
        if (value instanceof String text) {
            builder.put(keys.text(name), text);
        } else if (value instanceof Boolean flag) {
            builder.put(keys.flag(name), flag);
        } else if (value instanceof Double number) {
            builder.put(keys.number(name), number);
        } else if (value instanceof Long number) {
            builder.put(keys.whole(name), number);
        } else if (value instanceof List<?> list && isText(list)) {
            builder.put(AttributeKey.stringArrayKey(name), texts(list));
        } else {
            builder.put(AttributeKey.valueKey(name), value(value));
        }
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
