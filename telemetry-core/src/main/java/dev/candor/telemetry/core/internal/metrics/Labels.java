package dev.candor.telemetry.core.internal.metrics;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** The labels of one instrument, in order of their keys. */
final class Labels {
    private static final int LONGEST = 128;
    private static final int MOST = 16;

    static final Labels NONE = new Labels(Map.of());
    /** What label sets beyond an instrument's limit are counted under. */
    static final Labels OVERFLOW = new Labels(Map.of("overflow", "true"));

    private final Map<String, String> values;
    /** Kept, because it is asked for at each look-up and a map works it out anew. */
    private final int hash;

    private Labels(Map<String, String> values) {
        this.values = values;
        this.hash = values.hashCode();
    }

    Map<String, String> values() {
        return values;
    }

    Labels plus(String key, String value) {
        if (values.size() >= MOST && !values.containsKey(key)) {
            return this;
        }
        Map<String, String> all = new TreeMap<>(values);
        all.put(cut(key), cut(value));
        return new Labels(Collections.unmodifiableMap(all));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof Labels labels && hash == labels.hash && values.equals(labels.values));
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
