package dev.candor.telemetry.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.EventType;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.spi.BackendProvider;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A setting that its backend refuses is told by the program that was started with it, once, before anything is delivered. */
class WrongSettingTest {
    private static final EventType DONE = EventType.named("work_done").build();

    @TempDir
    Path folder;

    private final Logger logger = Logger.getLogger("dev.candor.telemetry");
    private final Told told = new Told();

    @BeforeEach
    void listen() {
        logger.addHandler(told);
    }

    @AfterEach
    void stopListening() {
        logger.removeHandler(told);
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
                .backends(loader())
                .surroundings(Surroundings.builder()
                        .environment(environment)
                        .home(Files.createDirectories(folder.resolve("home")))
                        .workingDirectory(Files.createDirectories(folder.resolve("work")))
                        .build())
                .build()
                .open();
    }

    private ClassLoader loader() throws IOException {
        Path services = Files.createDirectories(folder.resolve("classes/META-INF/services"));
        Files.writeString(
                services.resolve(BackendProvider.class.getName()),
                PickyBackend.class.getName() + "\n",
                StandardCharsets.UTF_8);
        URL classes = folder.resolve("classes").toUri().toURL();
        return new URLClassLoader(new URL[] {classes}, PickyBackend.class.getClassLoader());
    }

    /** What was logged while the test ran, by whichever logger of the library. */
    private static final class Told extends Handler {
        private final SimpleFormatter formatter = new SimpleFormatter();
        private final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord record) {
            lines.add(formatter.formatMessage(record));
        }

        @Override
        public void flush() {
            // nothing is held back
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
