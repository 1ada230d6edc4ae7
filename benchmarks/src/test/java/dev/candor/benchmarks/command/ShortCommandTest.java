package dev.candor.benchmarks.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.benchmarks.Child;
import dev.candor.benchmarks.Ground;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The harness runs. Nothing here depends on how long anything took. */
class ShortCommandTest {
    @TempDir
    Path work;

    @Test
    void measure_onePair_acceptsWhatIsAllowedAndCountsClasses() throws Exception {
        Scenario answered = named("one event, the server answers");
        Child child = new Child(Ground.java(), System.getProperty("java.class.path"));

        try (Receivers receivers = new Receivers()) {
            Measured measured = new ShortCommand(child, receivers, work, List.of()).measure(answered, 1);

            assertThat(measured.pairs()).isEqualTo(1);
            assertThat(measured.classes().own()).isPositive();
            assertThat(CommandTables.times(List.of(measured)).toString())
                    .contains("| one event, the server answers | 1 |");
        }
    }

    @Test
    void measure_denied_recordsNothingAndLoadsNoBackend() throws Exception {
        Scenario denied = named("denied by the user's config file");
        Child child = new Child(Ground.java(), System.getProperty("java.class.path"));

        try (Receivers receivers = new Receivers()) {
            Measured measured = new ShortCommand(child, receivers, work, List.of()).measure(denied, 1);

            assertThat(measured.classes().names()).noneMatch(name -> name.startsWith("dev.candor.telemetry.segment."));
        }
    }

    private static Scenario named(String name) {
        return Scenario.all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
