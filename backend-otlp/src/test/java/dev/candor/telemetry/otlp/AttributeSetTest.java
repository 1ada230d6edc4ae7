package dev.candor.telemetry.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AttributeSetTest {

    @Test
    void attributes_ofEveryType_areThoseOfOpenTelemetry() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("text", "b");
        values.put("flag", true);
        values.put("number", 2.5);
        values.put("whole", 3L);
        values.put("texts", List.of("x", "y"));

        Attributes attributes = set().putAll(values).attributes();

        Attributes expected = Attributes.builder()
                .put("text", "b")
                .put("flag", true)
                .put("number", 2.5)
                .put("whole", 3L)
                .put("texts", "x", "y")
                .build();
        assertThat(attributes.asMap()).isEqualTo(expected.asMap());
        assertThat(attributes.size()).isEqualTo(5);
        assertThat(attributes.get(AttributeKey.longKey("whole"))).isEqualTo(3L);
        assertThat(attributes.toBuilder().build()).isEqualTo(expected);
        assertThat(attributes).hasToString(expected.toString());
    }

    @Test
    void attributes_comeInTheOrderOfPutting() {
        Attributes attributes = set().put("z", 1L).put("a", 2L).put("m", 3L).attributes();

        assertThat(names(attributes)).containsExactly("z", "a", "m");
    }

    @Test
    void put_aNameThatIsThere_takesItsPlaceWhateverItsType() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("event.id", 7L);
        values.put("rows", 1L);

        Attributes put = set().putAll(values).put("event.id", "own").attributes();
        Attributes all = set().put("event.id", "own").putAll(values).attributes();

        assertThat(put.asMap())
                .isEqualTo(Attributes.builder()
                        .put("event.id", "own")
                        .put("rows", 1L)
                        .build()
                        .asMap());
        assertThat(put.size()).isEqualTo(2);
        assertThat(all.asMap())
                .isEqualTo(Attributes.builder()
                        .put("event.id", 7L)
                        .put("rows", 1L)
                        .build()
                        .asMap());
    }

    @Test
    void put_nothing_isLeftOut() {
        Attributes attributes = set().put("empty", "")
                .put("none", List.of())
                .put("", "nameless")
                .attributes();

        assertThat(attributes.isEmpty()).isTrue();
        assertThat(names(attributes)).isEmpty();
    }

    @Test
    void putAll_more_thanThereIsRoomFor_keepsAll() {
        Map<String, Object> values = new LinkedHashMap<>();
        AttributesBuilder expected = Attributes.builder();
        for (int i = 0; i < 100; i++) {
            values.put("name" + i, "value" + i);
            expected.put("name" + i, "value" + i);
        }

        assertThat(set().putAll(values).attributes().asMap())
                .isEqualTo(expected.build().asMap());
    }

    @Test
    void equals_isByContent() {
        Attributes one = set().put("a", 1L).put("b", 2L).attributes();

        assertThat(one)
                .isEqualTo(set().put("b", 2L).put("a", 1L).attributes())
                .hasSameHashCodeAs(set().put("b", 2L).put("a", 1L).attributes())
                .isNotEqualTo(set().put("a", 1L).attributes());
    }

    private static AttributeSet set() {
        return new AttributeSet(new AttributeKeys());
    }

    private static List<String> names(Attributes attributes) {
        List<String> names = new ArrayList<>();
        attributes.forEach((key, value) -> names.add(key.getKey()));
        return names;
    }
}
