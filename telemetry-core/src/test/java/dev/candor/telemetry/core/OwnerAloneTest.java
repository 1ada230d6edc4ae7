package dev.candor.telemetry.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.EventType;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.Telemetry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose owner collects their own signals while the maintainer may collect nothing. */
class OwnerAloneTest {
    private static final EventType DONE = EventType.named("work_done").build();
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private final String maintainers = UUID.randomUUID().toString();
    private final String owners = UUID.randomUUID().toString();
    private final Map<String, String> environment = new HashMap<>();

    @Test
    void server_maintainerDenied_countsNobodyAndHasNoThreadForTheMaintainer() throws IOException {
        environment.put("WORKER_ENABLE_TELEMETRY", "0");
        environment.put("RUNTIME__OWNER_KEY", owners);
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        Set<Thread> more = new HashSet<>();

        try (Telemetry telemetry = tool().open()) {
            telemetry.trace("step").close();
            telemetry.errors().record(new IllegalStateException("for once"));
            assertThat(telemetry.flush(LONG).complete()).isTrue();
            more.addAll(Thread.getAllStackTraces().keySet());
            more.removeAll(before);
            // By itself it would leave a slow disk behind, and the files would change while they are read.
            telemetry.close(LONG);
        }

        assertThat(Recorder.received(owners)).hasSize(2);
        assertThat(Recorder.received(maintainers)).isEmpty();
        assertThat(names()).contains("route-key").doesNotContain("install-id", "hash-key");
        assertThat(more)
                .extracting(Thread::getName)
                .contains("candor-owner (owner)")
                .doesNotContain("candor-usage");
    }

    @Test
    void server_maintainerIsAllowedLater_isServedThen() throws Exception {
        environment.put("RUNTIME__OWNER_KEY", owners);
        Candor tool = tool();
        try (Telemetry telemetry = tool.open()) {
            telemetry.trace("step").close();
            assertThat(telemetry.event(DONE).record()).isFalse();

            tool.control().on(Set.of());
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (Recorder.received(maintainers).isEmpty() && System.nanoTime() < deadline) {
                telemetry.event(DONE).record();
                Thread.sleep(20);
            }
            telemetry.close(LONG);
        }

        assertThat(Recorder.received(maintainers)).isNotEmpty();
        assertThat(names()).contains("install-id");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("home"))) {
            return all.map(each -> each.getFileName().toString()).toList();
        }
    }

    private Candor tool() throws IOException {
        return Candor.tool("worker", "1.0.0")
                .mode(Mode.SERVER)
                .events(DONE)
                .consent(ConsentRules.forTool("worker", "1.0.0").build())
                .maintainer("usage", Map.of("key", maintainers), Purpose.USAGE)
                .identity(IdentityMode.INSTALL)
                .dataDirectory(folder.resolve("home/data"))
                .backends(Recorder.loader(folder.resolve("classes")))
                .surroundings(Surroundings.builder()
                        .environment(environment)
                        .home(Files.createDirectories(folder.resolve("home")))
                        .workingDirectory(Files.createDirectories(folder.resolve("work")))
                        .build())
                .build();
    }
}
