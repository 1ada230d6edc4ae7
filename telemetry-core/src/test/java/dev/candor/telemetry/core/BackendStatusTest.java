package dev.candor.telemetry.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.EventType;
import dev.candor.telemetry.Purpose;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The status says whether a backend works with the settings that it has, before anything was delivered. */
class BackendStatusTest {
    private static final EventType DONE = EventType.named("work_done").build();

    @TempDir
    Path folder;

    @Test
    void status_goodSetting_isReadyAndSendsNothing() throws IOException {
        Status.BackendLine line = line("https://good", Map.of("WORKER_ENABLE_TELEMETRY", "1"));

        assertThat(line.state()).isEqualTo("ready");
        assertThat(PickyBackend.SENT).doesNotContainKey("https://good");
    }

    @Test
    void status_malformedSettingOfTheMaintainer_saysWhatIsWrong() throws IOException {
        Status.BackendLine line = line("hello", Map.of("WORKER_ENABLE_TELEMETRY", "1"));

        assertThat(line.state()).isEqualTo("off");
        assertThat(line.reason()).contains("address").endsWith("is not a URL").doesNotContain("hello");
    }

    @Test
    void status_backendThatDoesNotOpen_isBroken() throws IOException {
        Status.BackendLine line = line("https://broken", Map.of("WORKER_ENABLE_TELEMETRY", "1"));

        assertThat(line.state()).isEqualTo("broken");
        assertThat(line.reason()).contains("NoClassDefFoundError");
    }

    @Test
    void status_denied_doesNotOpenTheBackend() throws IOException {
        Status.BackendLine line = line("https://broken", Map.of("DO_NOT_TRACK", "1"));

        assertThat(line.state()).isEqualTo("off");
        assertThat(line.reason()).isEqualTo("no purpose of it may be sent");
    }

    private Status.BackendLine line(String address, Map<String, String> environment) throws IOException {
        Surroundings surroundings = Surroundings.builder()
                .environment(environment)
                .home(Files.createDirectories(folder.resolve("home")))
                .workingDirectory(Files.createDirectories(folder.resolve("work")))
                .build();
        Status status = Candor.tool("worker", "1.0.0")
                .mode(Mode.COMMAND)
                .events(DONE)
                .consent(ConsentRules.forTool("worker", "1.0.0").build())
                .maintainer("picky", Map.of("address", address), Purpose.USAGE)
                .backends(PickyBackend.loader(folder))
                .surroundings(surroundings)
                .build()
                .control()
                .status();
        return status.backends().stream()
                .filter(each -> each.name().equals("picky"))
                .findFirst()
                .orElseThrow();
    }
}
