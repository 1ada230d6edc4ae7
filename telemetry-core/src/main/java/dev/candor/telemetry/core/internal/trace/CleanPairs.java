package dev.candor.telemetry.core.internal.trace;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Attributes that came lately and may leave as they are, each found by one look.
 *
 * <p>A server says the same few of each request, while its processor has other things in its caches: each table between a key and its
 * value costs it more than all that is done with them. Only what {@link CleanValues} knows stands here, and a new pair takes the place of
 * another. Safe for use by several threads.
 */
final class CleanPairs {
    private static final int PLACES = 256;

    private final AtomicReferenceArray<@Nullable Pair> pairs = new AtomicReferenceArray<>(PLACES);

    /** A key, its value, and what is said for the key. */
    private record Pair(String key, String value, String cleanKey) {}

    /** What is said for {@code key}; null where it is not known that {@code value} may leave under it as it is. */
    @Nullable
    String keyOf(String key, String value) {
        Pair pair = pairs.getAcquire(place(key, value));
        return pair != null && pair.key.equals(key) && pair.value.equals(value) ? pair.cleanKey : null;
    }

    /** Remembers that {@code value} may leave as it is under {@code key}, for which {@code cleanKey} is said. */
    void add(String key, String value, String cleanKey) {
        pairs.setRelease(place(key, value), new Pair(key, value, cleanKey));
    }

    private static int place(String key, String value) {
        int hash = 31 * key.hashCode() + value.hashCode();
        return (hash ^ hash >>> 16) & PLACES - 1;
    }
}
