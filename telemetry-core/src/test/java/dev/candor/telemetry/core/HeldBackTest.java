package dev.candor.telemetry.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Delivery;
import dev.candor.telemetry.EventType;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.Telemetry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a no for one run holds back, or another run keeps, waits: neither status nor flush says that nothing does. */
class HeldBackTest {
    private static final EventType DONE = EventType.named("work_done").build();
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofSeconds(2);
    private static final Duration ALMOST_A_LEASE = Duration.ofSeconds(28);

    @TempDir
    Path folder;

    private final String key = UUID.randomUUID().toString();
    private final Map<String, String> environment = new HashMap<>(Map.of("WORKER_ENABLE_TELEMETRY", "1"));

    @Test
    void flush_deniedForThisRun_sendsNothingAndSaysWhatWaits() throws IOException {
        try (Telemetry telemetry = tool().open()) {
            telemetry.event(DONE).record();
            telemetry.event(DONE).record();
            // By itself it would leave a slow disk behind, and the files would still change.
            telemetry.close(LONG);
        }
        environment.put("DO_NOT_TRACK", "1");
        List<Path> before = files();

        Delivery delivery = tool().control().flush(LONG);
        Status status = tool().control().status();

        assertThat(delivery).isEqualTo(new Delivery(0, 2, Map.of(), false));
        assertThat(status.spool().events()).isEqualTo(2);
        assertThat(Recorder.received(key)).isEmpty();
        assertThat(files()).as("files, before and after").isEqualTo(before);
        environment.remove("DO_NOT_TRACK");
        assertThat(tool().control().flush(LONG)).isEqualTo(new Delivery(2, 0, Map.of(), true));
    }

    @Test
    void flush_deniedAndNothingThere_makesNoFile() throws IOException {
        environment.put("DO_NOT_TRACK", "1");

        Delivery delivery = tool().control().flush(LONG);

        assertThat(delivery).isEqualTo(Delivery.nothing());
        assertThat(folder.resolve("home")).isEmptyDirectory();
    }

    @Test
    void flush_anotherRunIsNotOver_saysWhatWaitsThere() throws IOException {
        try (Telemetry other = tool().open()) {
            other.event(DONE).record();

            Delivery delivery = tool().control().flush(SHORT);

            assertThat(delivery).isEqualTo(new Delivery(0, 1, Map.of(), false));
            assertThat(Recorder.received(key)).isEmpty();
        }
        assertThat(tool().control().flush(LONG)).isEqualTo(new Delivery(1, 0, Map.of(), true));
    }

    @Test
    void flush_anotherRunIsGone_deliversItWhenItsLeaseIsOver() throws IOException {
        Telemetry gone = tool().open();
        gone.event(DONE).record();
        Instant written = Instant.now().minus(ALMOST_A_LEASE);
        for (Path segment : openSegments()) {
            Files.setLastModifiedTime(segment, FileTime.from(written));
        }

        Delivery delivery = tool().control().flush(LONG);

        assertThat(delivery).isEqualTo(new Delivery(1, 0, Map.of(), true));
        assertThat(Recorder.received(key)).hasSize(1);
        gone.close();
    }

    private Iterable<Path> openSegments() throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("home"))) {
            return all.filter(each -> each.toString().endsWith(".open")).toList();
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("home"))) {
            return all.sorted().toList();
        }
    }

    private Candor tool() throws IOException {
        Surroundings surroundings = Surroundings.builder()
                .environment(environment)
                .home(Files.createDirectories(folder.resolve("home")))
                .workingDirectory(Files.createDirectories(folder.resolve("work")))
                .build();
        return Candor.tool("worker", "1.0.0")
                .mode(Mode.COMMAND)
                .events(DONE)
                .consent(ConsentRules.forTool("worker", "1.0.0").build())
                .maintainer("usage", Map.of("key", key), Purpose.USAGE)
                .backends(Recorder.loader(folder.resolve("classes")))
                .surroundings(surroundings)
                .build();
    }
}
