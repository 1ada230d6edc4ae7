package dev.candor.telemetry.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.EventType;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.core.internal.consent.RecordFormat;
import dev.candor.telemetry.core.internal.consent.RecordedAnswer;
import dev.candor.telemetry.core.internal.consent.RecordedAnswer.NoticeShown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that runs through the hours after its notice. */
class GraceTest {
    private static final EventType DONE = EventType.named("work_done").build();
    private static final Instant START = Instant.parse("2026-11-28T13:00:00Z");

    @TempDir
    Path folder;

    private final String key = UUID.randomUUID().toString();
    private final TurnedClock clock = new TurnedClock(START);

    @Test
    void server_afterItsGrace_beginsWithoutBeingStartedAgain() throws IOException {
        try (Telemetry telemetry = tool().open()) {
            int within = record(telemetry);
            clock.forward(Duration.ofHours(25));
            int behind = record(telemetry);
            telemetry.flush(Duration.ofSeconds(30));

            assertThat(within).isZero();
            assertThat(behind).isPositive();
        }

        assertThat(Recorder.received(key)).isNotEmpty();
    }

    private static int record(Telemetry telemetry) {
        int accepted = 0;
        for (int i = 0; i < 600; i++) {
            accepted += telemetry.event(DONE).record() ? 1 : 0;
        }
        return accepted;
    }

    private Candor tool() throws IOException {
        Path home = Files.createDirectories(folder.resolve("home"));
        Path record = Files.createDirectories(home.resolve(".worker")).resolve(RecordedAnswer.FILE_NAME);
        Files.write(record, RecordFormat.write(RecordedAnswer.NONE.with(new NoticeShown(1, START, false))));
        return Candor.tool("worker", "1.0.0")
                .mode(Mode.SERVER)
                .events(DONE)
                .consent(ConsentRules.forTool("worker", "1.0.0")
                        .defaultFor(Purpose.USAGE, true)
                        .asking(ConsentRules.Asking.NOTICE)
                        .noOwnerDestinations()
                        .build())
                .maintainer("usage", Map.of("key", key), Purpose.USAGE, Purpose.ERRORS)
                .backends(Recorder.loader(folder.resolve("classes")))
                .surroundings(Surroundings.builder()
                        .home(home)
                        .workingDirectory(Files.createDirectories(folder.resolve("work")))
                        .user("u", (Integer) Files.getAttribute(home, "unix:uid"))
                        .clock(clock)
                        .build())
                .build();
    }
}
