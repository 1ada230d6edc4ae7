package dev.candor.benchmarks.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.candor.benchmarks.command.LoadProfile.Origin;
import dev.candor.benchmarks.command.LoadProfile.Share;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadProfileTest {
    @TempDir
    Path folder;

    @Test
    void read_logOfOneRun_countsEachStretchForTheClassThatEndsIt() throws IOException {
        Path log = log("[1000000ns] java.lang.Object source: shared objects file\n"
                + "[9000000ns] tool.Main source: file:/tool.jar\n"
                + "[9500000ns] dev.candor.telemetry.core.Candor source: file:/core.jar\n"
                + "[9600000ns] java.util.TreeMap source: shared objects file\n"
                + "[9900000ns] java.io.IOException source: jrt:/java.base\n"
                + "[10900000ns] dev.candor.telemetry.Event source: file:/api.jar\n"
                + "[11000000ns] dev.candor.benchmarks.SampleEvent source: file:/tool.jar\n");

        LoadProfile profile = LoadProfile.read(log, "tool.Main");

        assertThat(profile.millis()).isCloseTo(2.0, within(1e-9));
        Share own = profile.shares().get(Origin.CANDOR);
        assertThat(own.classes()).isEqualTo(2);
        assertThat(own.millis()).isCloseTo(1.5, within(1e-9));
        assertThat(profile.shares().get(Origin.JDK_SHARED).millis()).isCloseTo(0.1, within(1e-9));
        assertThat(profile.shares().get(Origin.JDK_OTHER).millis()).isCloseTo(0.3, within(1e-9));
        assertThat(profile.shares().get(Origin.PROGRAM).classes()).isEqualTo(1);
    }

    @Test
    void read_mainWasNeverLoaded_isRefused() throws IOException {
        Path log = log("[1000000ns] java.lang.Object source: shared objects file\n");

        assertThatThrownBy(() -> LoadProfile.read(log, "tool.Main")).isInstanceOf(IOException.class);
    }

    private Path log(String lines) throws IOException {
        return Files.writeString(folder.resolve("loads.txt"), lines, StandardCharsets.UTF_8);
    }
}
