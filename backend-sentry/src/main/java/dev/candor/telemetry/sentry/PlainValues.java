package dev.candor.telemetry.sentry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Attribute values as Sentry's JSON writer takes them. */
final class PlainValues {
    private PlainValues() {}

    /** The value itself; numbers that JSON has no form for become text. */
    static Object of(Object value) {
        if (value instanceof Double number && !Double.isFinite(number)) {
            return number.toString();
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>(list.size());
            for (Object item : list) {
                copy.add(of(item));
            }
            return copy;
        }
        return value instanceof Map<?, ?> map ? of(map) : value;
    }

    /** The map with each value as {@link #of(Object)} gives it, in its order. */
    static Map<String, Object> of(Map<?, ?> map) {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put(String.valueOf(key), of((Object) value)));
        return copy;
    }

    /** Whether it is one value rather than several. */
    static boolean isScalar(Object value) {
        return !(value instanceof List<?>) && !(value instanceof Map<?, ?>);
    }
}
