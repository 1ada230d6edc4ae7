package dev.candor.telemetry.core.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.core.ConsentRules;
import dev.candor.telemetry.core.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where files are, and which count, on the systems that this one is not. */
class OtherSystemsTest {
    private static final ConsentRules RULES =
            ConsentRules.forTool("loader", "1.0").build();

    @TempDir
    Path temp;

    private FilePlaces places(String system, Map<String, String> environment) {
        return new FilePlaces(RULES, on(system, environment));
    }

    private Surroundings on(String system, Map<String, String> environment) {
        return Surroundings.builder()
                .osName(system)
                .environment(environment)
                .home(temp.resolve("home"))
                .workingDirectory(temp.resolve("project"))
                .machineFolder(temp.resolve("machine"))
                .user("somebody", -1)
                .build();
    }

    @Test
    void places_onMac_areTheHomeAndTheLibrary() {
        FilePlaces places = places("Mac OS X", Map.of("APPDATA", "/roaming"));

        assertThat(places.userFolders())
                .containsExactly(temp.resolve("home/.loader"), temp.resolve("home/Library/Application Support/loader"));
        assertThat(places.policyFolder()).contains(temp.resolve("machine/loader"));
        assertThat(places.projectFolder()).isEqualTo(temp.resolve("project/.loader"));
    }

    @Test
    void places_onMacWithXdg_followIt() {
        FilePlaces places = places("Mac OS X", Map.of("XDG_CONFIG_HOME", "/xdg"));

        assertThat(places.userFolders()).containsExactly(temp.resolve("home/.loader"), Path.of("/xdg/loader"));
    }

    @Test
    void places_onWindows_areTheHomeAndRoamingData() {
        FilePlaces places = places("Windows 11", Map.of("APPDATA", "/roaming", "XDG_CONFIG_HOME", "/xdg"));

        assertThat(places.userFolders()).containsExactly(temp.resolve("home/.loader"), Path.of("/roaming/loader"));
    }

    @Test
    void places_onWindowsWithoutUsableRoamingData_areTheHomeAlone() {
        for (String value : new String[] {"", "relative", "nul\0"}) {
            assertThat(places("Windows 11", Map.of("APPDATA", value)).userFolders())
                    .containsExactly(temp.resolve("home/.loader"));
        }
    }

    @Test
    void read_onWindows_asksForNoOwner() throws IOException {
        Path file = Files.createDirectories(temp.resolve("home/.loader")).resolve("config.toml");
        Files.writeString(file, "[runtime]\nloader_telemetry = false\n");

        FileReading.Found found = new FileReading(on("Windows 11", Map.of())).read(file);

        assertThat(found.bytes()).isNotNull();
        assertThat(found.ownedByUser()).isTrue();
    }

    @Test
    void read_onMacByAnUnknownUser_isRefused() throws IOException {
        Path file = Files.createDirectories(temp.resolve("home/.loader")).resolve("config.toml");
        Files.writeString(file, "[runtime]\nloader_telemetry = true\n");
        boolean roots = Files.getOwner(file).getName().equals("root");

        FileReading.Found found = new FileReading(on("Mac OS X", Map.of())).read(file);

        assertThat(found.ownedByUser()).isFalse();
        assertThat(found.bytes() != null).as("root's files are trusted").isEqualTo(roots);
    }

    @Test
    void factsWithoutUnixAttributes_tellKindsAndChanges() throws IOException {
        Path file = Files.writeString(temp.resolve("a"), "1");
        Path link = Files.createSymbolicLink(temp.resolve("l"), file);
        FileFacts before = FileFacts.basic(file);

        assertThat(before.isRegularFile()).isTrue();
        assertThat(before.othersCanReplace()).isFalse();
        assertThat(FileFacts.basic(temp).isFolder()).isTrue();
        assertThat(FileFacts.basic(link).isLink()).isTrue();
        assertThat(FileFacts.same(before, FileFacts.basic(file))).isTrue();
        Files.writeString(file, "12");
        assertThat(FileFacts.same(before, FileFacts.basic(file))).isFalse();
        assertThat(FileFacts.same(before, null)).isFalse();
    }
}
