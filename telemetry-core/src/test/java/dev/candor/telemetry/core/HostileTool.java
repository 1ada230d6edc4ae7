package dev.candor.telemetry.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Attribute;
import dev.candor.telemetry.Event;
import dev.candor.telemetry.EventType;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.spi.Signal;
import dev.candor.telemetry.spi.UsageEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** A tool with an attribute of each kind, what arrives of it, and what its status counts. */
final class HostileTool {
    static final Attribute<String> KIND = Attribute.oneOf("kind", "small");
    static final Attribute<Double> SIZE = Attribute.number("size", 0, 1e9);
    static final Attribute<Long> COUNT = Attribute.wholeNumber("count", 0, Long.MAX_VALUE);
    static final Attribute<Duration> TIME = Attribute.elapsed("time");
    static final Attribute<String> NOTE = Attribute.text("note", 80);
    static final Attribute<String> NAME = Attribute.hash("name");
    static final Attribute<String> VERSION = Attribute.version("version");
    static final Attribute<List<String>> NOTES = Attribute.listOf("notes", Attribute.text("each", 80), 5);
    static final Attribute<Map<String, ?>> RECORD = Attribute.recordOf("record", KIND, SIZE);
    static final Attribute<Map<String, ?>> CONFIG = Attribute.tree("config", 8, 200);
    static final EventType DONE = EventType.named("work_done")
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
    static final Duration LONG = Duration.ofSeconds(30);

    private final String key = UUID.randomUUID().toString();
    private final Candor candor;

    HostileTool(Path folder, EventType type) throws IOException {
        Surroundings surroundings = Surroundings.builder()
                .environment(Map.of("WORKER_ENABLE_TELEMETRY", "1"))
                .home(Files.createDirectories(folder.resolve("home")))
                .workingDirectory(Files.createDirectories(folder.resolve("work")))
                .build();
        candor = Candor.tool("worker", "1.0.0")
                .mode(Mode.COMMAND)
                .events(type)
                .consent(ConsentRules.forTool("worker", "1.0.0").build())
                .maintainer("usage", Map.of("key", key), Purpose.USAGE)
                .backends(Recorder.loader(folder.resolve("classes")))
                .surroundings(surroundings)
                .build();
    }

    HostileTool(Path folder) throws IOException {
        this(folder, DONE);
    }

    Telemetry open() {
        return candor.open();
    }

    /** What arrives of one event. */
    Map<String, Object> sent(UnaryOperator<Event> making) {
        try (Telemetry telemetry = open()) {
            assertThat(making.apply(telemetry.event(DONE)).record()).isTrue();
            telemetry.flush(LONG);
        }
        assertThat(received()).hasSize(1);
        return ((UsageEvent) received().get(0)).attributes();
    }

    /** What arrives of a tree. */
    Object sentConfig(Map<String, Object> tree) {
        return sent(event -> event.with(CONFIG, tree)).get("config");
    }

    List<Signal> received() {
        return Recorder.received(key);
    }

    /** The counters of a status that is asked for afterwards, as another process would. */
    Map<String, Long> counted() {
        return candor.control().status().counters().dropped();
    }

    @SuppressWarnings("unchecked") // what an application without generics does
    static Attribute<Object> raw(Attribute<?> attribute) {
        return (Attribute<Object>) attribute;
    }
}
