package dev.candor.telemetry.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.EventType;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.Telemetry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A setting that its backend refuses is told by the program that was started with it, once, before anything is delivered. */
class WrongSettingTest {
    private static final EventType DONE = EventType.named("work_done").build();

    @TempDir
    Path folder;

    private final Told told = new Told();

    @BeforeEach
    void listen() {
        told.listen();
    }

    @AfterEach
    void stopListening() {
        told.stopListening();
    }

    @Test
    void open_wrongSetting_isToldBeforeAnythingIsDelivered() throws IOException {
        try (Telemetry telemetry = open("nowhere", Map.of("WORKER_ENABLE_TELEMETRY", "1"))) {
            telemetry.event(DONE).record();

            assertThat(told.lines)
                    .singleElement()
                    .asString()
                    .startsWith("backend picky is off: ")
                    .endsWith("is not a URL")
                    .doesNotContain("nowhere");
        }
    }

    @Test
    void flush_afterItWasTold_saysItNoSecondTimeAndKeepsTheEvent() throws IOException {
        try (Telemetry telemetry = open("nothing", Map.of("WORKER_ENABLE_TELEMETRY", "1"))) {
            telemetry.event(DONE).record();

            assertThat(telemetry.flush(Duration.ofSeconds(30)).complete()).isFalse();
        }
        assertThat(told.lines).hasSize(1);
    }

    @Test
    void open_goodSetting_saysNothing() throws IOException {
        try (Telemetry telemetry = open("https://well", Map.of("WORKER_ENABLE_TELEMETRY", "1"))) {
            telemetry.event(DONE).record();
        }
        assertThat(told.lines).isEmpty();
    }

    @Test
    void open_denied_looksAtNoSetting() throws IOException {
        try (Telemetry telemetry = open("no-matter", Map.of("DO_NOT_TRACK", "1"))) {
            telemetry.event(DONE).record();
        }
        assertThat(told.lines).isEmpty();
    }

    private Telemetry open(String address, Map<String, String> environment) throws IOException {
        return Candor.tool("worker", "1.0.0")
                .mode(Mode.SERVER)
                .events(DONE)
                .consent(ConsentRules.forTool("worker", "1.0.0").build())
                .maintainer("picky", Map.of("address", address), Purpose.USAGE)
                .backends(PickyBackend.loader(folder))
                .surroundings(Surroundings.builder()
                        .environment(environment)
                        .home(Files.createDirectories(folder.resolve("home")))
                        .workingDirectory(Files.createDirectories(folder.resolve("work")))
                        .build())
                .build()
                .open();
    }
}
