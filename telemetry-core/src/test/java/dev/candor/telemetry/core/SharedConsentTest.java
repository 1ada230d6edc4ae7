package dev.candor.telemetry.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.EventType;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.Telemetry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two programs of one maker that share one answer, whatever else stands under their own names. */
class SharedConsentTest {
    private static final EventType DONE = EventType.named("work_done").build();

    @TempDir
    Path folder;

    private Surroundings surroundings;

    @BeforeEach
    void prepare() throws IOException {
        surroundings = Surroundings.builder()
                .environment(Map.of())
                .home(Files.createDirectories(folder.resolve("home")))
                .workingDirectory(Files.createDirectories(folder.resolve("work")))
                .build();
    }

    @Test
    void open_aNoUnderTheProgramsOwnName_leavesTheSharedYes() throws IOException {
        tool("suite", "suite").control().on(Set.of());
        tool("helper", "helper").control().off(Set.of());

        assertThat(records(tool("helper", "suite"))).isTrue();
        assertThat(records(tool("helper", "helper"))).isFalse();
    }

    @Test
    void open_sharedNo_bindsTheProgramWithAYesOfItsOwn() throws IOException {
        tool("suite", "suite").control().off(Set.of());
        tool("helper", "helper").control().on(Set.of());

        assertThat(records(tool("helper", "suite"))).isFalse();
        assertThat(records(tool("helper", "helper"))).isTrue();
    }

    private Candor tool(String name, String consent) throws IOException {
        return Candor.tool(name, "1.0.0")
                .events(DONE)
                .consent(ConsentRules.forTool(consent, "1.0.0").build())
                .maintainer("usage", Map.of("key", UUID.randomUUID().toString()), Purpose.USAGE)
                .backends(Recorder.loader(folder.resolve("classes")))
                .surroundings(surroundings)
                .build();
    }

    private static boolean records(Candor tool) {
        try (Telemetry telemetry = tool.open()) {
            return telemetry.event(DONE).record();
        }
    }
}
