package dev.candor.telemetry.spi;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An unmodifiable copy that keeps its order.
 *
 * <p>A few entries stand in one row, as most signals have them: hundreds of signals are read before the first one is encoded, and by then
 * the nodes of a hash table are anywhere in memory.
 */
final class Ordered<V> extends AbstractMap<String, V> {
    private static final int FEW = 16;

    /** A key, its value, and so on. */
    private final Object[] row;

    private Ordered(Map<String, V> map) {
        Object[] pairs = new Object[2 * map.size()];
        int end = 0;
        for (Map.Entry<String, V> each : map.entrySet()) {
            pairs[end++] = each.getKey();
            pairs[end++] = each.getValue();
        }
        row = pairs;
    }

    static <V> Map<String, V> copy(Map<String, V> map) {
        if (map.isEmpty()) {
            return Map.of();
        }
        if (map instanceof Ordered<V>) {
            return map;
        }
        return map.size() <= FEW ? new Ordered<>(map) : Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    @Override
    public int size() {
        return row.length / 2;
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return place(key) < row.length;
    }

    @Override
    public @Nullable V get(@Nullable Object key) {
        int place = place(key);
        return place < row.length ? value(place) : null;
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super V> action) {
        for (int i = 0; i < row.length; i += 2) {
            action.accept((String) row[i], value(i));
        }
    }

    @Override
    public Set<Map.Entry<String, V>> entrySet() {
        return new Entries();
    }

    /** Where a key stands, or the end. */
    private int place(@Nullable Object key) {
        int place = 0;
        while (place < row.length && !row[place].equals(key)) {
            place += 2;
        }
        return place;
    }

    @SuppressWarnings("unchecked") // every second one is a value
    private V value(int place) {
        return (V) row[place + 1];
    }

    private final class Entries extends AbstractSet<Map.Entry<String, V>> {
        @Override
        public int size() {
            return Ordered.this.size();
        }

        @Override
        public Iterator<Map.Entry<String, V>> iterator() {
            return new Iterator<>() {
                private int next;

                @Override
                public boolean hasNext() {
                    return next < row.length;
                }

                @Override
                public Map.Entry<String, V> next() {
                    if (!hasNext()) {
                        throw new NoSuchElementException();
                    }
                    int place = next;
                    next += 2;
                    return new SimpleImmutableEntry<>((String) row[place], value(place));
                }
            };
        }
    }
}
