package dev.candor.telemetry.core.internal.trace;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Values of attributes that redaction left as they were, by key.
 *
 * <p>A server says the same routes and methods of each request, and redacting one costs more than all else that a span does. Only what
 * may leave anyway is remembered, so that no secret is kept here, and only the first few values of a key: one that differs each time
 * takes no other's room. Safe for use by several threads.
 */
final class CleanValues {
    private static final int MOST_KEYS = 64;
    private static final int MOST_VALUES = 32;
    private static final int LONGEST_KEPT = 64;

    private final ConcurrentHashMap<String, Set<String>> known = new ConcurrentHashMap<>();

    /** Whether {@code value} may leave under {@code key} as it is. */
    boolean has(String key, String value) {
        Set<String> values = known.get(key);
        return values != null && value.length() <= LONGEST_KEPT && values.contains(value);
    }

    /** Remembers that it may. */
    void add(String key, String value) {
        if (key.length() > LONGEST_KEPT || value.length() > LONGEST_KEPT) {
            return;
        }
        Set<String> values = known.get(key);
        if (values == null && known.size() < MOST_KEYS) {
            values = known.computeIfAbsent(key, first -> ConcurrentHashMap.newKeySet());
        }
        if (values != null && values.size() < MOST_VALUES) {
            values.add(value);
        }
    }
}
