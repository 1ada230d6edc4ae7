package dev.candor.telemetry.otlp;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Attributes as exporters read them: one after the other, in the order in which they were put.
 *
 * <p>OpenTelemetry's own are sorted for whoever looks one up. Nobody does that with a record on its way to an exporter, and to sort them
 * takes longer than to write them; what an exporter does not ask for is asked of OpenTelemetry's own.
 */
final class PlainAttributes implements Attributes {
    private final Object[] pairs;
    private final int end;

    /** Each key and then its value, up to {@code end}; no name comes twice. Not copied, not to be changed. */
    PlainAttributes(Object[] pairs, int end) {
        this.pairs = pairs;
        this.end = end;
    }

    /** Up to where {@link #key} and {@link #value} may be asked for, in steps of two. */
    int end() {
        return end;
    }

    AttributeKey<?> key(int place) {
        return (AttributeKey<?>) pairs[place];
    }

    Object value(int place) {
        return pairs[place + 1];
    }

    @Override
    public void forEach(BiConsumer<? super AttributeKey<?>, ? super Object> consumer) {
        for (int i = 0; i < end; i += 2) {
            consumer.accept((AttributeKey<?>) pairs[i], pairs[i + 1]);
        }
    }

    @Override
    public int size() {
        return end / 2;
    }

    @Override
    public boolean isEmpty() {
        return end == 0;
    }

    @Override
    public <T> @Nullable T get(AttributeKey<T> key) {
        return sorted().get(key);
    }

    @Override
    public Map<AttributeKey<?>, Object> asMap() {
        return sorted().asMap();
    }

    @Override
    public AttributesBuilder toBuilder() {
        AttributesBuilder builder = Attributes.builder();
        for (int i = 0; i < end; i += 2) {
            put(builder, (AttributeKey<?>) pairs[i], pairs[i + 1]);
        }
        return builder;
    }

    @SuppressWarnings("unchecked") // a key is put with a value of its type
    private static <T> void put(AttributesBuilder builder, AttributeKey<T> key, Object value) {
        builder.put(key, (T) value);
    }

    private Attributes sorted() {
        return toBuilder().build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PlainAttributes that && sorted().equals(that.sorted());
    }

    @Override
    public int hashCode() {
        return sorted().hashCode();
    }

    @Override
    public String toString() {
        return sorted().toString();
    }
}
