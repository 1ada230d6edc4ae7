package dev.candor.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code ./dev demo} checks, as a test. */
class DemoIT {
    @Test
    void demo_run_exactlyTheRightThingsArrive() throws IOException, InterruptedException {
        List<String> wrong = Demo.run(Path.of("bin").toAbsolutePath(), new Table(new PrintStream(System.out, true)));

        assertThat(wrong).isEmpty();
    }
}
