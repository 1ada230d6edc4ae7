package dev.candor.telemetry.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import org.junit.jupiter.api.Test;

class AttributeKeysTest {
    private final AttributeKeys keys = new AttributeKeys();

    @Test
    void text_again_isTheSameKey() {
        AttributeKey<String> first = keys.text("rows");

        assertThat(keys.text("rows")).isEqualTo(AttributeKey.stringKey("rows")).isSameAs(first);
    }

    @Test
    void keys_ofOneNameAndSeveralTypes_areThoseTypes() {
        assertThat(keys.text("a")).isEqualTo(AttributeKey.stringKey("a"));
        assertThat(keys.flag("a")).isEqualTo(AttributeKey.booleanKey("a"));
        assertThat(keys.number("a")).isEqualTo(AttributeKey.doubleKey("a"));
        assertThat(keys.whole("a")).isEqualTo(AttributeKey.longKey("a"));
    }

    @Test
    void text_moreNamesThanAreKept_isStillTheKey() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(keys.text("name" + i)).isEqualTo(AttributeKey.stringKey("name" + i));
        }
        assertThat(keys.text("name999")).isNotSameAs(keys.text("name999"));
        assertThat(keys.text("name1")).isSameAs(keys.text("name1"));
    }
}
