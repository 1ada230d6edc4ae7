package dev.candor.telemetry.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderedTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 16, 17, 100})
    void copy_isTheMapInItsOrder(int size) {
        Map<String, Object> map = map(size);

        Map<String, Object> copy = Ordered.copy(map);

        List<String> seen = new ArrayList<>();
        copy.forEach((name, value) -> seen.add(name + value));
        List<String> expected = new ArrayList<>();
        map.forEach((name, value) -> expected.add(name + value));
        assertThat(seen).isEqualTo(expected);
        assertThat(copy).isEqualTo(map).hasSameHashCodeAs(map).hasSize(size);
        assertThat(map).isEqualTo(copy);
        assertThat(new ArrayList<>(copy.entrySet())).isEqualTo(new ArrayList<>(map.entrySet()));
        assertThat(copy.toString()).isEqualTo(map.toString());
        map.forEach((name, value) -> {
            assertThat(copy).containsKey(name);
            assertThat(copy.get(name)).isEqualTo(value);
        });
        assertThat(copy.get("other")).isNull();
        assertThat(copy).doesNotContainKey("other");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 17})
    void copy_staysAsItWas(int size) {
        Map<String, Object> map = map(size);
        Map<String, Object> copy = Ordered.copy(map);

        map.clear();

        assertThat(copy).isEqualTo(map(size));
        assertThatThrownBy(() -> copy.put("more", 1)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(copy::clear).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> copy.remove("name0")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> copy.entrySet().iterator().next().setValue(2))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(copy).isEqualTo(map(size));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 17})
    void iterator_atItsEnd_says(int size) {
        Iterator<String> names = Ordered.copy(map(size)).keySet().iterator();
        for (int i = 0; i < size; i++) {
            names.next();
        }

        assertThat(names.hasNext()).isFalse();
        assertThatThrownBy(names::next).isInstanceOf(NoSuchElementException.class);
    }

    private static Map<String, Object> map(int size) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = size - 1; i >= 0; i--) {
            map.put("name" + i, (long) i);
        }
        return map;
    }
}
