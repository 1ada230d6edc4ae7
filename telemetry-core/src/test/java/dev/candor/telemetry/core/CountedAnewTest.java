package dev.candor.telemetry.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Attribute;
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
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who says no for good and yes again later, or asks for a new id, is somebody new, also to a program that ran all the while. */
@Timeout(120)
class CountedAnewTest {
    private static final Attribute<String> USER = Attribute.hash("user");
    private static final EventType DONE =
            EventType.named("work_done").with(USER).build();
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final String key = UUID.randomUUID().toString();

    @Test
    void withdrawnAndGivenAgain_whileAServerRuns_hasAnotherIdAndOtherHashes() throws IOException {
        tool().control().on(Set.of());
        try (Telemetry telemetry = tool().open()) {
            record(telemetry);
            telemetry.flush(LONG);
            tool().control().off(Set.of());
            await(telemetry, false);
            tool().control().on(Set.of());
            await(telemetry, true);

            record(telemetry);
            telemetry.flush(LONG);
        }

        List<Signal> received = Recorder.received(key);
        assertThat(received).hasSize(2);
        assertThat(received).extracting(each -> each.header().distinctId()).doesNotHaveDuplicates();
        assertThat(received).extracting(CountedAnewTest::user).doesNotHaveDuplicates();
    }

    @Test
    void resetByAnotherProcess_whileAServerRuns_hasAnotherIdAndOtherHashes() throws IOException {
        tool().control().on(Set.of());
        try (Telemetry telemetry = tool().open()) {
            record(telemetry);
            telemetry.flush(LONG);
            tool().control().resetId();

            // The server looks now and then; until it has, events are those of the id before.
            long deadline = System.nanoTime() + LONG.toNanos();
            do {
                LockSupport.parkNanos(50_000_000);
                record(telemetry);
                telemetry.flush(LONG);
            } while (ids().size() + users().size() < 4 && System.nanoTime() < deadline);
            assertThat(ids()).hasSize(2);
            assertThat(users()).hasSize(2);

            record(telemetry);
            telemetry.flush(LONG);
        }

        assertThat(ids()).hasSize(2);
        assertThat(users()).hasSize(2);
    }

    private Set<String> ids() {
        return Recorder.received(key).stream()
                .map(each -> each.header().distinctId())
                .collect(Collectors.toSet());
    }

    private Set<Object> users() {
        return Recorder.received(key).stream().map(CountedAnewTest::user).collect(Collectors.toSet());
    }

    private static void record(Telemetry telemetry) {
        assertThat(telemetry.event(DONE).with(USER, "jane").record()).isTrue();
    }

    private static Object user(Signal signal) {
        return ((UsageEvent) signal).attributes().get("user");
    }

    private static void await(Telemetry telemetry, boolean enabled) {
        long deadline = System.nanoTime() + LONG.toNanos();
        while (telemetry.enabled(Purpose.USAGE) != enabled && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(telemetry.enabled(Purpose.USAGE)).isEqualTo(enabled);
    }

    private Candor tool() throws IOException {
        Surroundings surroundings = Surroundings.builder()
                .environment(Map.of())
                .home(Files.createDirectories(folder.resolve("home")))
                .workingDirectory(Files.createDirectories(folder.resolve("work")))
                .build();
        return Candor.tool("worker", "1.0.0")
                .mode(Mode.SERVER)
                .identity(IdentityMode.INSTALL)
                // In a container an id is kept only where the tool names the folder.
                .dataDirectory(folder.resolve("data"))
                .events(DONE)
                .maintainer("usage", Map.of("key", key), Purpose.USAGE)
                .backends(Recorder.loader(folder.resolve("classes")))
                .surroundings(surroundings)
                .build();
    }
}
