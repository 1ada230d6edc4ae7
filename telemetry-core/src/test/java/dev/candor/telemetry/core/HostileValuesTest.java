package dev.candor.telemetry.core;

import static dev.candor.telemetry.core.HostileTool.CONFIG;
import static dev.candor.telemetry.core.HostileTool.COUNT;
import static dev.candor.telemetry.core.HostileTool.DONE;
import static dev.candor.telemetry.core.HostileTool.KIND;
import static dev.candor.telemetry.core.HostileTool.NAME;
import static dev.candor.telemetry.core.HostileTool.NOTE;
import static dev.candor.telemetry.core.HostileTool.NOTES;
import static dev.candor.telemetry.core.HostileTool.RECORD;
import static dev.candor.telemetry.core.HostileTool.SIZE;
import static dev.candor.telemetry.core.HostileTool.TIME;
import static dev.candor.telemetry.core.HostileTool.VERSION;
import static dev.candor.telemetry.core.HostileTool.raw;
import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Attribute;
import dev.candor.telemetry.EventType;
import dev.candor.telemetry.Telemetry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Values that an application should not have handed over: the host goes on, the event is dropped or cut, and that is counted. */
@Timeout(60)
class HostileValuesTest {
    private static final Attribute<String> UNDECLARED = Attribute.text("undeclared", 80);

    @TempDir
    Path folder;

    @Test
    void with_valuesOutsideTheirTypes_areDroppedAndCounted() throws IOException {
        HostileTool tool = new HostileTool(folder);

        Map<String, Object> sent = tool.sent(event -> event.with(SIZE, Double.NaN)
                .with(SIZE, Double.POSITIVE_INFINITY)
                .with(SIZE, Double.valueOf(-1))
                .with(COUNT, -1L)
                .with(TIME, Duration.ofSeconds(Long.MIN_VALUE))
                .with(VERSION, "1.0\r\nfake")
                .with(VERSION, "/home/jane")
                .with(UNDECLARED, "secret")
                .with(NOTE, null)
                .with(KIND, "no such word"));

        assertThat(sent).containsOnly(Map.entry("kind", "other"));
        assertThat(tool.counted())
                .containsEntry("attribute dropped: work_done.size", 3L)
                .containsEntry("attribute dropped: work_done.count", 1L)
                .containsEntry("attribute dropped: work_done.time", 1L)
                .containsEntry("attribute dropped: work_done.version", 2L)
                .containsEntry("attribute dropped: work_done.undeclared", 1L)
                .containsEntry("attribute dropped: work_done.note", 1L)
                .containsEntry("sent as other: kind", 1L);
    }

    @Test
    void with_wrongClassByACast_isDroppedAndCounted() throws IOException {
        HostileTool tool = new HostileTool(folder);

        Map<String, Object> sent = tool.sent(event -> event.with(raw(KIND), new Hostile.Throwing())
                .with(raw(SIZE), new Hostile.Throwing())
                .with(raw(NOTE), new Hostile.Throwing())
                .with(raw(NAME), new Hostile.Throwing())
                .with(raw(NOTES), new Hostile.Throwing())
                .with(raw(RECORD), new Hostile.Throwing()));

        assertThat(sent).isEmpty();
        assertThat(tool.counted()).hasSize(6).containsEntry("attribute dropped: work_done.record", 1L);
    }

    @Test
    void with_hugeStrings_areCutAndCounted() throws IOException {
        String huge = "word ".repeat(2_000_000);
        HostileTool tool = new HostileTool(folder);

        Map<String, Object> sent = tool.sent(event -> event.with(NOTE, huge)
                .with(KIND, huge)
                .with(NAME, huge)
                .with(VERSION, huge)
                .with(NOTES, List.of(huge, huge, huge, huge, huge, huge, huge))
                .with(CONFIG, Map.of("text", huge, huge, "value")));

        assertThat(sent.get("note").toString()).hasSize(80);
        assertThat(sent.get("kind")).isEqualTo("other");
        assertThat(sent.get("name").toString()).hasSize(32);
        assertThat((List<?>) sent.get("notes")).hasSize(5);
        assertThat(sent.get("config").toString()).hasSizeLessThan(200_000);
        assertThat(tool.counted())
                .containsEntry("sent in part: note", 1L)
                .containsEntry("sent in part: notes", 6L)
                .containsEntry("attribute dropped: work_done.version", 1L)
                .containsEntry("tree sent in part", 1L);
    }

    @Test
    void with_surrogatesAndControlCharacters_arriveAsText() throws IOException {
        Map<String, Object> sent =
                new HostileTool(folder).sent(event -> event.with(NOTE, "a\uD800b\u0000c\u001b[31m\r\n\u202Ed"));

        assertThat(sent.get("note").toString()).startsWith("a").doesNotContain("\uD800");
    }

    @Test
    void record_twice_isTakenOnceAndCounted() throws IOException {
        HostileTool tool = new HostileTool(folder);
        try (Telemetry telemetry = tool.open()) {
            var event = telemetry.event(DONE).with(KIND, "small");

            assertThat(event.record()).isTrue();
            assertThat(event.record()).isFalse();
            telemetry.flush(HostileTool.LONG);
        }

        assertThat(tool.received()).hasSize(1);
        assertThat(tool.counted()).containsEntry("an event was recorded twice", 1L);
    }

    @Test
    void event_notInTheCatalogue_isRefusedAndCounted() throws IOException {
        EventType stranger = EventType.named("stranger").with(KIND).build();
        HostileTool tool = new HostileTool(folder);
        try (Telemetry telemetry = tool.open()) {
            assertThat(telemetry.event(stranger).with(KIND, "small").record()).isFalse();
            telemetry.flush(HostileTool.LONG);
        }

        assertThat(tool.received()).isEmpty();
        assertThat(tool.counted()).containsEntry("event not in the catalogue: stranger", 1L);
    }

    @Test
    void event_orAttributeThatIsNull_isRefusedAndCounted() throws IOException {
        HostileTool tool = new HostileTool(folder);
        try (Telemetry telemetry = tool.open()) {
            assertThat(telemetry.event(null).record()).isFalse();
            assertThat(telemetry
                            .event(DONE)
                            .with(null, 1.5)
                            .with((Attribute<String>) null, "x")
                            .record())
                    .isTrue();
            telemetry.flush(HostileTool.LONG);
        }

        assertThat(tool.counted())
                .containsEntry("event not in the catalogue: null", 1L)
                .containsEntry("attribute dropped: work_done.null", 2L);
    }

    @Test
    void event_expired_isRefusedAndCounted() throws IOException {
        EventType old = EventType.named("old").expires(2020, 1, 1).build();
        HostileTool tool = new HostileTool(folder, old);
        try (Telemetry telemetry = tool.open()) {
            assertThat(telemetry.event(old).record()).isFalse();
            telemetry.flush(HostileTool.LONG);
        }

        assertThat(tool.received()).isEmpty();
        assertThat(tool.counted()).containsEntry("event type expired: old", 1L);
    }
}
