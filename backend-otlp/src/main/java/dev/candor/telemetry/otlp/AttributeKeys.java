package dev.candor.telemetry.otlp;

import io.opentelemetry.api.common.AttributeKey;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * OpenTelemetry's keys by their names. A key keeps its hash and its bytes, which to find out takes longer than to write its value.
 *
 * <p>Not for use by several threads at once.
 */
final class AttributeKeys {
    /** Of each type; tools have fewer, and what is beyond them is made anew each time. */
    private static final int MOST = 256;

    private final Known<String> texts = new Known<>(AttributeKey::stringKey);
    private final Known<Boolean> flags = new Known<>(AttributeKey::booleanKey);
    private final Known<Double> numbers = new Known<>(AttributeKey::doubleKey);
    private final Known<Long> wholes = new Known<>(AttributeKey::longKey);

    AttributeKey<String> text(String name) {
        return texts.of(name);
    }

    AttributeKey<Boolean> flag(String name) {
        return flags.of(name);
    }

    AttributeKey<Double> number(String name) {
        return numbers.of(name);
    }

    AttributeKey<Long> whole(String name) {
        return wholes.of(name);
    }

    private static final class Known<T> {
        private final Map<String, AttributeKey<T>> keys = new HashMap<>();
        private final Function<String, AttributeKey<T>> maker;

        Known(Function<String, AttributeKey<T>> maker) {
            this.maker = maker;
        }

        AttributeKey<T> of(String name) {
            AttributeKey<T> known = keys.get(name);
            if (known != null) {
                return known;
            }
            AttributeKey<T> made = maker.apply(name);
            if (keys.size() < MOST) {
                keys.put(name, made);
            }
            return made;
        }
    }
}
