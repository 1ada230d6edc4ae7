package dev.candor.benchmarks.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadedClassesTest {
    @TempDir
    Path folder;

    @Test
    void difference_twoLogs_namesWhatIsMoreAndWhatIsUnwanted() throws IOException {
        Path without =
                log("java.lang.Object source: shared objects file\njava.util.regex.Pattern source: jrt:/java.base\n");
        Path with = log("java.lang.Object source: shared objects file\n"
                + "java.util.regex.Pattern source: jrt:/java.base\n"
                + "java.security.SecureRandom source: jrt:/java.base\n"
                + "dev.candor.telemetry.core.Candor source: file:/core.jar\n"
                + "tool.Main$$Lambda/0x01 source: tool.Main\n");

        LoadedClasses more = LoadedClasses.difference(with, without);

        assertThat(more.count()).isEqualTo(3);
        assertThat(more.own()).isEqualTo(1);
        assertThat(more.unwanted()).containsExactly("java.security.SecureRandom", "tool.Main$$Lambda/0x01");
    }

    private Path log(String lines) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "classes", ".txt"), lines, StandardCharsets.UTF_8);
    }
}
