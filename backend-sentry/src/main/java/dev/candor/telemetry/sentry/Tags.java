package dev.candor.telemetry.sentry;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sorts values into what Sentry can search by and what it can only show.
 *
 * <p>A tag's key has at most 32 letters, digits, {@code _ . : -}; its value at most 200 characters in one line (docs.sentry.io,
 * "Customize Tags"). Sentry cuts what is longer, so it is shown as a context instead.
 */
final class Tags {
    private static final int MAX_KEY = 32;
    private static final int MAX_VALUE = 200;

    private final Map<String, String> tags = new LinkedHashMap<>();
    // Sorted: what the tool declared beside its tags comes in another order in each process, and a preview shows what
    // is sent.
    private final Map<String, Object> others = new TreeMap<>();

    /** Takes a value; an empty one is left out. */
    void put(String key, Object value) {
        if (PlainValues.isScalar(value) && isKey(key)) {
            String text = value.toString();
            if (text.isEmpty()) {
                return;
            }
            if (isValue(text)) {
                tags.put(key, text);
                return;
            }
        }
        others.put(key, PlainValues.of(value));
    }

    /** Takes all values. */
    void putAll(Map<String, Object> values) {
        values.forEach(this::put);
    }

    /** What can be searched by. */
    Map<String, String> tags() {
        return tags;
    }

    /** What can only be shown. */
    Map<String, Object> others() {
        return others;
    }

    private static boolean isKey(String key) {
        if (key.isEmpty() || key.length() > MAX_KEY) {
            return false;
        }
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            boolean digit = c >= '0' && c <= '9';
            if (!letter && !digit && c != '_' && c != '.' && c != ':' && c != '-') {
                return false;
            }
        }
        return true;
    }

    private static boolean isValue(String value) {
        return value.length() <= MAX_VALUE && value.indexOf('\n') < 0 && value.indexOf('\r') < 0;
    }
}
