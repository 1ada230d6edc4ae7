package dev.candor.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The harness runs and the page is written. Nothing here depends on how long anything took. */
class BenchTest {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    @Test
    void measure_twoPairs_everyRowIsInThePage() throws Exception {
        List<Scenario> scenarios = Scenario.all(false).stream()
                .filter(each -> each.name().equals("one event, the server answers")
                        || each.name().equals("denied by DO_NOT_TRACK"))
                .toList();
        String classPath = System.getProperty("java.class.path");

        List<Measured> measured = ShortCommand.measure(JAVA, classPath, 2, scenarios, null);
        String page = new Report(Machine.here(), Instant.EPOCH, classPath, measured).markdown();

        assertThat(measured).hasSize(2).allSatisfy(each -> {
            assertThat(each.pairs()).isEqualTo(2);
            assertThat(each.classes()).isPositive();
            assertThat(each.over().low()).isLessThanOrEqualTo(each.over().high());
        });
        assertThat(page)
                .contains("| one event, the server answers | 2 |", "| denied by DO_NOT_TRACK | 2 |", "1970-01-01");
    }

    @Test
    void medianWithInterval_knownValues_liesBetweenItsBounds() {
        Samples samples = new Samples(1, 9, 2, 8, 3, 7, 4, 6, 5);

        Samples.Estimate median = samples.medianWithInterval();

        assertThat(median.value()).isEqualTo(5);
        assertThat(median.low()).isBetween(1.0, 5.0);
        assertThat(median.high()).isBetween(5.0, 9.0);
        assertThat(samples.medianWithInterval()).isEqualTo(median);
    }
}
