package dev.candor.telemetry.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurroundingsTest {
    private static final Map<String, String> LINUX = Map.of(
            "os.name", "Linux", "user.home", "/nowhere/home", "user.name", "nobody-at-all", "user.dir", "/srv/here");

    @Test
    void builder_untouched_isAnEmptyMachine() {
        Surroundings empty = Surroundings.builder().build();

        assertThat(empty.environment()).isEmpty();
        assertThat(empty.home()).isNull();
        assertThat(empty.uid()).isEmpty();
        assertThat(empty.stdinIsTerminal()).isFalse();
        assertThat(empty.stdoutIsTerminal()).isFalse();
        assertThat(empty.stderrIsTerminal()).isFalse();
    }

    @Test
    void builder_terminals_areKeptApart() {
        Surroundings mixed = Surroundings.builder().terminals(true, false, true).build();

        assertThat(mixed.stdinIsTerminal()).isTrue();
        assertThat(mixed.stdoutIsTerminal()).isFalse();
        assertThat(mixed.stderrIsTerminal()).isTrue();
    }

    @Test
    void ofProcess_onLinux_knowsTheEffectiveUser() throws Exception {
        assumeTrue("Linux".equals(System.getProperty("os.name")), "reads /proc");
        Path own = Files.createTempFile("surroundings", "");

        int uid = Surroundings.ofProcess().uid().orElseThrow();

        assertThat(uid).isEqualTo(Files.getAttribute(own, "unix:uid"));
        Files.delete(own);
    }

    @ParameterizedTest(name = "HOME={0} -> {1}")
    @CsvSource(
            nullValues = "-",
            value = {"-, /nowhere/home", "'', /nowhere/home", "relative, /nowhere/home", "/tmp/x, /tmp/x"})
    void read_homeVariable_winsWhenItIsAbsolute(String variable, String expected) {
        Map<String, String> environment = variable == null ? Map.of() : Map.of("HOME", variable);

        assertThat(ProcessSurroundings.read(environment, LINUX).home()).isEqualTo(Path.of(expected));
    }

    @Test
    void chooseHome_propertyDiffersFromTheUserDatabase_wins() {
        assumeTrue(Files.isReadable(Path.of("/etc/passwd")), "needs a user database");

        assertThat(HomeFolder.choose("/somewhere/else", "/root", "root")).isEqualTo("/somewhere/else");
        assertThat(HomeFolder.choose("?", "/home/x", "root")).isEqualTo("/home/x");
    }

    @ParameterizedTest
    @CsvSource({"?", "''", "relative"})
    void read_homeThatIsNone_isNull(String home) {
        Map<String, String> properties = Map.of("os.name", "Linux", "user.home", home, "user.dir", "/");

        assertThat(ProcessSurroundings.read(Map.of(), properties).home()).isNull();
    }

    @Test
    void read_onWindows_foldsTheNamesOfVariables() {
        Map<String, String> properties = Map.of("os.name", "Windows 11", "user.home", "/users/x", "user.dir", "/");
        Surroundings windows =
                ProcessSurroundings.read(Map.of("Do_Not_Track", "1", "ProgramData", "/data"), properties);

        assertThat(windows.environment()).containsEntry("DO_NOT_TRACK", "1");
        assertThat(windows.machineFolder()).isEqualTo(Path.of("/data"));
    }

    @ParameterizedTest
    @CsvSource({"ProgramData, /data, /data", "PROGRAMDATA, /data, /data", "ProgramData, data,", "Other, /data,"})
    void read_onWindows_findsTheMachinesFolderHoweverItIsSpelt(String name, String value, Path expected) {
        Map<String, String> properties = Map.of("os.name", "Windows Server 2022", "user.home", "/users/x");

        assertThat(ProcessSurroundings.read(Map.of(name, value), properties).machineFolder())
                .isEqualTo(expected);
    }

    @Test
    void read_onMac_looksForThePolicyInTheLibrary() {
        Map<String, String> properties = Map.of("os.name", "Mac OS X", "user.home", "/Users/x", "user.dir", "/");
        Surroundings mac = ProcessSurroundings.read(Map.of("Do_Not_Track", "1"), properties);

        assertThat(mac.machineFolder()).isEqualTo(Path.of("/Library/Application Support"));
        assertThat(mac.environment()).as("names are told apart by case").doesNotContainKey("DO_NOT_TRACK");
    }

    @ParameterizedTest
    @CsvSource({
        "/dev/pts/3, true",
        "/dev/tty1, true",
        "/dev/console, true",
        "/dev/null, false",
        "pipe:[123], false",
        "socket:[4], false",
        "/home/x/dev/pts/1, false"
    })
    void terminalDevice_byItsName(String device, boolean expected) {
        assertThat(ProcessTerminals.isTerminalDevice(device)).isEqualTo(expected);
    }
}
