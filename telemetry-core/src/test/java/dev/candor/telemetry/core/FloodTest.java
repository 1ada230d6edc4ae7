package dev.candor.telemetry.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Delivery;
import dev.candor.telemetry.Event;
import dev.candor.telemetry.EventType;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.Telemetry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More events than their type may have in a day, through the whole pipeline. */
class FloodTest {
    private static final EventType DONE =
            EventType.named("work_done").dailyCap(5).build();
    private static final Duration LONG = Duration.ofSeconds(30);

    /** The time of day is noon, so that no day ends within a test. */
    private static final Clock NOON = Clock.offset(
            Clock.systemUTC(),
            Duration.between(
                    Instant.now(), Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(12))));

    @TempDir
    Path folder;

    private final String key = UUID.randomUUID().toString();
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
    void record_oneProcessOverTheCap_refusesCountsAndTellsOnce() throws IOException {
        Delivery delivery;
        int accepted = 0;
        try (Telemetry telemetry = tool(Mode.SERVER).open()) {
            for (int i = 0; i < 8; i++) {
                accepted += telemetry.event(DONE).record() ? 1 : 0;
            }
            telemetry.flush(LONG);
            delivery = telemetry.close(LONG);
        }

        assertThat(accepted).isEqualTo(5);
        assertThat(Recorder.received(key)).hasSize(5);
        assertThat(delivery.dropped().values()).containsExactly(3L);
        assertThat(told.lines)
                .containsExactly(
                        "3 events of the type work_done were suppressed: it is over its daily cap, or recorded in a loop");
    }

    @Test
    void event_overTheCap_isSharedAndStillCounted() throws IOException {
        Delivery delivery;
        try (Telemetry telemetry = tool(Mode.SERVER).open()) {
            for (int i = 0; i < 5; i++) {
                telemetry.event(DONE).record();
            }

            Event sixth = telemetry.event(DONE);

            assertThat(sixth).isSameAs(telemetry.event(DONE));
            assertThat(sixth.record()).isFalse();
            assertThat(sixth.recordDurably()).isFalse();
            delivery = telemetry.close(LONG);
        }
        assertThat(delivery.dropped().values()).containsExactly(2L);
    }

    @Test
    void flush_manyShortCommandsOverTheCap_sendsTheCapAndCountsTheRest() throws IOException {
        for (int command = 0; command < 6; command++) {
            try (Telemetry telemetry = tool(Mode.COMMAND).open()) {
                assertThat(telemetry.event(DONE).record()).isTrue();
                assertThat(telemetry.event(DONE).record()).isTrue();
            }
            if (command == 1) {
                assertThat(tool(Mode.COMMAND).control().flush(LONG).delivered()).isEqualTo(4);
            }
        }

        Delivery delivery = tool(Mode.COMMAND).control().flush(LONG);

        assertThat(Recorder.received(key)).hasSize(5);
        assertThat(delivery.delivered()).isEqualTo(1);
        assertThat(delivery.waiting()).isZero();
        assertThat(delivery.dropped()).isEqualTo(Map.of("suppressed", 7L));
    }

    @Test
    void record_severalServersWithinTheCapEach_sendTheCapTogether() throws IOException {
        long suppressed = 0;
        for (int server = 0; server < 3; server++) {
            try (Telemetry telemetry = tool(Mode.SERVER).open()) {
                for (int i = 0; i < 4; i++) {
                    assertThat(telemetry.event(DONE).record()).isTrue();
                }
                suppressed += telemetry.close(LONG).dropped().getOrDefault("suppressed", 0L);
            }
        }

        assertThat(Recorder.received(key)).hasSize(5);
        assertThat(suppressed).isEqualTo(7);
    }

    private Candor tool(Mode mode) throws IOException {
        Surroundings surroundings = Surroundings.builder()
                .environment(Map.of("WORKER_ENABLE_TELEMETRY", "1"))
                .home(Files.createDirectories(folder.resolve("home")))
                .workingDirectory(Files.createDirectories(folder.resolve("work")))
                .clock(NOON)
                .build();
        return Candor.tool("worker", "1.0.0")
                .mode(mode)
                .events(DONE)
                .consent(ConsentRules.forTool("worker", "1.0.0").build())
                .maintainer("usage", Map.of("key", key), Purpose.USAGE)
                .backends(Recorder.loader(folder.resolve("classes")))
                .surroundings(surroundings)
                .build();
    }
}
