package dev.candor.telemetry.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Attribute;
import dev.candor.telemetry.EventType;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.spi.Signal;
import dev.candor.telemetry.spi.UsageEvent;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Values that an application should not have handed over: the host goes on, the event is dropped or cut, and that is counted. */
@Timeout(60)
class HostileDataTest {
    private static final Attribute<String> KIND = Attribute.oneOf("kind", "small");
    private static final Attribute<Double> SIZE = Attribute.number("size", 0, 1e9);
    private static final Attribute<Long> COUNT = Attribute.wholeNumber("count", 0, Long.MAX_VALUE);
    private static final Attribute<Duration> TIME = Attribute.elapsed("time");
    private static final Attribute<String> NOTE = Attribute.text("note", 80);
    private static final Attribute<String> NAME = Attribute.hash("name");
    private static final Attribute<String> VERSION = Attribute.version("version");
    private static final Attribute<List<String>> NOTES = Attribute.listOf("notes", Attribute.text("each", 80), 5);
    private static final Attribute<Map<String, ?>> RECORD = Attribute.recordOf("record", KIND, SIZE);
    private static final Attribute<Map<String, ?>> CONFIG = Attribute.tree("config", 8, 200);
    private static final Attribute<String> UNDECLARED = Attribute.text("undeclared", 80);
    private static final EventType DONE = EventType.named("work_done")
            .with(KIND)
            .with(SIZE)
            .with(COUNT)
            .with(TIME)
            .with(NOTE)
            .with(NAME)
            .with(VERSION)
            .with(NOTES)
            .with(RECORD)
            .with(CONFIG)
            .build();
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private final String key = UUID.randomUUID().toString();

    @Test
    void with_valuesOutsideTheirTypes_areDroppedAndCounted() throws IOException {
        Map<String, Object> sent;
        try (Telemetry telemetry = tool().open()) {
            telemetry
                    .event(DONE)
                    .with(SIZE, Double.NaN)
                    .with(SIZE, Double.POSITIVE_INFINITY)
                    .with(SIZE, Double.valueOf(-1))
                    .with(COUNT, -1L)
                    .with(TIME, Duration.ofSeconds(Long.MIN_VALUE))
                    .with(VERSION, "1.0\r\nfake")
                    .with(VERSION, "/home/jane")
                    .with(UNDECLARED, "secret")
                    .with(NOTE, null)
                    .with(KIND, "no such word")
                    .record();
            sent = sent(telemetry);
        }

        assertThat(sent).containsOnly(Map.entry("kind", "other"));
    }

    @Test
    void with_wrongClassByACast_isDropped() throws IOException {
        Map<String, Object> sent;
        try (Telemetry telemetry = tool().open()) {
            telemetry
                    .event(DONE)
                    .with(raw(KIND), new Throwing())
                    .with(raw(SIZE), new Throwing())
                    .with(raw(NOTE), new Throwing())
                    .with(raw(NAME), new Throwing())
                    .with(raw(NOTES), new Throwing())
                    .with(raw(RECORD), new Throwing())
                    .record();
            sent = sent(telemetry);
        }

        assertThat(sent).isEmpty();
    }

    @Test
    void with_hugeStrings_areCut() throws IOException {
        String huge = "word ".repeat(2_000_000);
        Map<String, Object> sent;
        try (Telemetry telemetry = tool().open()) {
            telemetry
                    .event(DONE)
                    .with(NOTE, huge)
                    .with(KIND, huge)
                    .with(NAME, huge)
                    .with(VERSION, huge)
                    .with(NOTES, List.of(huge, huge, huge, huge, huge, huge, huge))
                    .with(CONFIG, Map.of("text", huge, huge, "value"))
                    .record();
            sent = sent(telemetry);
        }

        assertThat(sent.get("note").toString()).hasSize(80);
        assertThat(sent.get("kind")).isEqualTo("other");
        assertThat(sent.get("name").toString()).hasSize(32);
        assertThat((List<?>) sent.get("notes")).hasSize(5);
        assertThat(sent.get("config").toString()).hasSizeLessThan(200_000);
    }

    @Test
    void with_surrogatesAndControlCharacters_arriveAsText() throws IOException {
        Map<String, Object> sent;
        try (Telemetry telemetry = tool().open()) {
            telemetry
                    .event(DONE)
                    .with(NOTE, "a\uD800b\u0000c\u001b[31m\r\n\u202Ed")
                    .record();
            sent = sent(telemetry);
        }

        assertThat(sent.get("note").toString()).startsWith("a").doesNotContain("\uD800");
    }

    @Test
    void with_cyclicTree_isCut() throws IOException {
        Map<String, Object> cyclic = new HashMap<>();
        List<Object> list = new ArrayList<>(List.of("leaf", cyclic));
        cyclic.put("self", cyclic);
        cyclic.put("list", list);
        list.add(list);

        assertThat(configOf(cyclic).toString()).contains("leaf").hasSizeLessThan(1_000);
    }

    @Test
    void with_deepTree_isCut() throws IOException {
        Object deep = "bottom";
        for (int i = 0; i < 1_000_000; i++) {
            deep = i % 2 == 0 ? new ArrayList<>(Arrays.asList(deep)) : Map.of("k", deep);
        }

        assertThat(configOf(Map.of("deep", deep, "flat", 1)).toString())
                .contains("flat")
                .doesNotContain("bottom");
    }

    @Test
    void with_aMillionEntries_areCut() throws IOException {
        Map<String, Object> wide = new LinkedHashMap<>();
        for (int i = 0; i < 1_000_000; i++) {
            wide.put("key" + i, i);
        }

        assertThat((Map<?, ?>) configOf(wide)).hasSizeLessThanOrEqualTo(200);
    }

    @Test
    void with_iteratorsThatNeverEnd_areCut() throws IOException {
        Map<String, Object> sent;
        try (Telemetry telemetry = tool().open()) {
            telemetry
                    .event(DONE)
                    .with(NOTES, new EndlessList())
                    .with(CONFIG, Map.of("list", new EndlessList(), "map", new EndlessMap()))
                    .record();
            sent = sent(telemetry);
        }

        assertThat((List<?>) sent.get("notes")).hasSize(5);
        assertThat(sent.get("config").toString()).hasSizeLessThan(20_000);
    }

    @Test
    void with_treesWhoseCodeThrows_areDroppedOrReplaced() throws IOException {
        Map<String, Object> sent;
        try (Telemetry telemetry = tool().open()) {
            telemetry
                    .event(DONE)
                    .with(RECORD, new ThrowingMap())
                    .with(CONFIG, Map.of("map", new ThrowingMap(), "value", new Throwing(), "good", 1L))
                    .record();
            sent = sent(telemetry);
        }

        assertThat(sent).doesNotContainKey("record");
        assertThat((Map<?, ?>) sent.get("config"))
                .hasSize(3)
                .anySatisfy((name, value) -> assertThat(value).isEqualTo(1L));
    }

    @Test
    void with_objectsInATree_areNeverAskedForTheirText() throws IOException {
        Map<String, Object> tree = new HashMap<>();
        tree.put("recording", new Throwing());
        tree.put("decimal", new BigDecimal("1E+999999999"));
        tree.put("nan", Double.NaN);
        tree.put("none", null);
        tree.put("__proto__", "x");
        tree.put("$set", "y");

        assertThat(configOf(tree).toString()).hasSizeLessThan(1_000);
    }

    @Test
    void record_twice_isTakenOnce() throws IOException {
        try (Telemetry telemetry = tool().open()) {
            var event = telemetry.event(DONE).with(KIND, "small");

            assertThat(event.record()).isTrue();
            assertThat(event.record()).isFalse();
            assertThat(sent(telemetry)).containsEntry("kind", "small");
        }
    }

    @Test
    void event_notInTheCatalogue_isRefused() throws IOException {
        EventType stranger = EventType.named("work_done").with(KIND).build();
        try (Telemetry telemetry = tool().open()) {
            assertThat(telemetry.event(stranger).with(KIND, "small").record()).isFalse();
            telemetry.flush(LONG);
        }

        assertThat(Recorder.received(key)).isEmpty();
    }

    @Test
    void event_expired_isRefused() throws IOException {
        EventType old = EventType.named("old").expires(2020, 1, 1).build();
        try (Telemetry telemetry = tool(old).open()) {
            assertThat(telemetry.event(old).record()).isFalse();
        }

        assertThat(Recorder.received(key)).isEmpty();
    }

    @SuppressWarnings("unchecked") // what an application without generics does
    private static Attribute<Object> raw(Attribute<?> attribute) {
        return (Attribute<Object>) attribute;
    }

    private Object configOf(Map<String, Object> tree) throws IOException {
        try (Telemetry telemetry = tool().open()) {
            telemetry.event(DONE).with(CONFIG, tree).record();
            return sent(telemetry).get("config");
        }
    }

    private Map<String, Object> sent(Telemetry telemetry) {
        telemetry.flush(LONG);
        List<Signal> received = Recorder.received(key);
        assertThat(received).hasSize(1);
        return ((UsageEvent) received.get(0)).attributes();
    }

    private Candor tool() throws IOException {
        return tool(DONE);
    }

    private Candor tool(EventType type) throws IOException {
        Surroundings surroundings = Surroundings.builder()
                .environment(Map.of("WORKER_ENABLE_TELEMETRY", "1"))
                .home(Files.createDirectories(folder.resolve("home")))
                .workingDirectory(Files.createDirectories(folder.resolve("work")))
                .build();
        return Candor.tool("worker", "1.0.0")
                .mode(Mode.COMMAND)
                .events(type)
                .consent(ConsentRules.forTool("worker", "1.0.0").build())
                .maintainer("usage", Map.of("key", key), Purpose.USAGE)
                .backends(Recorder.loader(folder.resolve("classes")))
                .surroundings(surroundings)
                .build();
    }

    /** Throws an error from everything that a value can be asked. */
    private static final class Throwing {
        @Override
        public String toString() {
            throw new AssertionError("asked for its text");
        }

        @Override
        public int hashCode() {
            throw new AssertionError("asked for its hash");
        }

        @Override
        public boolean equals(Object other) {
            throw new AssertionError("asked whether it is equal");
        }
    }

    private static final class ThrowingMap extends AbstractMap<String, Object> {
        @Override
        public Set<Entry<String, Object>> entrySet() {
            throw new ConcurrentModificationException();
        }
    }

    private static final class EndlessList extends AbstractList<String> {
        @Override
        public String get(int index) {
            return "item";
        }

        @Override
        public int size() {
            return Integer.MAX_VALUE;
        }

        @Override
        public Iterator<String> iterator() {
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return true;
                }

                @Override
                public String next() {
                    return "item";
                }
            };
        }
    }

    private static final class EndlessMap extends AbstractMap<String, String> {
        @Override
        public Set<Entry<String, String>> entrySet() {
            return new AbstractSet<>() {
                @Override
                public Iterator<Entry<String, String>> iterator() {
                    return new Iterator<>() {
                        private int count;

                        @Override
                        public boolean hasNext() {
                            return true;
                        }

                        @Override
                        public Entry<String, String> next() {
                            return Map.entry("key" + count++, "value");
                        }
                    };
                }

                @Override
                public int size() {
                    return Integer.MAX_VALUE;
                }
            };
        }
    }
}
