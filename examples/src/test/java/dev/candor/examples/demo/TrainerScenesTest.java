package dev.candor.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo's runs of trainer, as processes, from the test's own class path instead of the built programs. */
class TrainerScenesTest {
    @TempDir
    Path programs;

    @Test
    void scenes_ofTrainer_deliverExactlyTheRightThings() throws Exception {
        assumeTrue(File.separatorChar == '/', "the start script is one of a Unix shell");
        Path script = programs.resolve("trainer");
        Files.writeString(
                script,
                "#!/bin/sh\nexec \"$JAVA_HOME/bin/java\" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC $TRAINER_OPTS -cp '"
                        + System.getProperty("java.class.path") + "' dev.candor.examples.trainer.Trainer \"$@\"\n",
                StandardCharsets.UTF_8);
        assertThat(script.toFile().setExecutable(true)).isTrue();

        try (Receivers receivers = new Receivers();
                PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            assertThat(new TrainerScenes(programs, receivers, new Table(nowhere)).run())
                    .isEmpty();
            assertThat(receivers.refusals()).isEmpty();
        }
    }
}
