package dev.candor.telemetry.core.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadScheduleTest {
    private final VirtualClock clock = new VirtualClock();

    @TempDir
    private Path directory;

    @Test
    void take_first_isDueAndThenNotForTenMinutes() {
        assertThat(schedule().due()).isTrue();
        assertThat(schedule().take()).isTrue();

        assertThat(schedule().due()).isFalse();
        assertThat(schedule().take()).isFalse();
        clock.pass(Duration.ofMinutes(9));
        assertThat(schedule().take()).isFalse();
        clock.pass(Duration.ofMinutes(1));
        assertThat(schedule().take()).isTrue();
    }

    @Test
    void due_tokenFromAWrongClock_isDue() {
        schedule().take();

        clock.jump(Duration.ofDays(-365));
        assertThat(schedule().take()).isTrue();
        clock.jump(Duration.ofDays(730));
        assertThat(schedule().take()).isTrue();
    }

    @Test
    void due_asked_makesNoFile() {
        schedule().due();

        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void take_noDirectory_isRefusedSilently() {
        UploadSchedule nowhere = new UploadSchedule(directory.resolve("gone").toFile(), clock);

        assertThat(nowhere.take()).isFalse();
    }

    @Test
    void take_tokenIsADirectory_isRefusedSilently() throws IOException {
        Files.createDirectories(directory.resolve("upload.token").resolve("x"));
        Files.setLastModifiedTime(directory.resolve("upload.token"), java.nio.file.attribute.FileTime.fromMillis(1));

        assertThat(schedule().take()).isFalse();
    }

    @Test
    void take_twentyProcessesAtOnce_oneGetsTheTurn() throws Exception {
        Path output = directory.resolve("output");
        Path go = directory.resolve("go");
        List<Process> children = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            children.add(Children.start(Taker.class, output, directory.toString(), go.toString()));
        }
        Files.createFile(go);

        for (Process child : children) {
            assertThat(Children.exitCode(child)).isZero();
        }

        assertThat(Files.readAllLines(output)).hasSize(20).containsOnlyOnce("taken");
    }

    private UploadSchedule schedule() {
        return new UploadSchedule(directory.toFile(), clock);
    }

    /** Waits for the start and then tries. */
    static final class Taker {
        public static void main(String[] args) {
            UploadSchedule schedule = new UploadSchedule(Path.of(args[0]).toFile(), Clock.systemUTC());
            while (!Files.exists(Path.of(args[1]))) {
                LockSupport.parkNanos(1_000_000);
            }
            System.out.print(schedule.take() ? "taken\n" : "refused\n");
        }

        private Taker() {}
    }
}
