package dev.candor.benchmarks.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.benchmarks.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SteadyResultTest {
    private static final List<String> RATES =
            List.of("rate 100000 99998 2 90.5 152.2", "rate 500000 500000 0 91 152.4");

    @Test
    void verdicts_eachBudget_isJudged() {
        SteadyResult result = result("threads 80 100 400", "threads 85 100 400", "threads 70 100 400", "refused 0");

        assertThat(result.verdicts()).hasSize(5).allMatch(Verdict::met);
    }

    @Test
    void verdicts_secondThreadInTheWayOfTheFirst_isMissed() {
        SteadyResult result = result("threads 80 200 90", "threads 90 200 90", "threads 70 70 90", "refused 3");

        assertThat(result.verdicts())
                .filteredOn(verdict -> !verdict.met())
                .extracting(Verdict::measured)
                .containsExactly("55.0 %", "3 events");
    }

    @Test
    void text_ofRounds_hasBothAndWhatIsBetween() {
        SteadyResult result = result("threads 80 100 400", "threads 85 100 400", "threads 70 100 400", "refused 0");

        assertThat(result.text(4))
                .contains("| 100,000 | 4 | 99,998 | 2 | 90.5 | 152 |")
                .contains("| 1 | 3 | 80.0 | 70.0 to 85.0 | 0.00 | 0.00 to 0.00 |")
                .contains("| 2, each in its own time | 3 | 100 | 100 to 100 | 20.0 | 15.0 to 30.0 |")
                .contains("| 2, at the same moments | 3 | 400 | 400 to 400 | 80.0 | 78.8 to 82.5 |")
                .contains("0 events were refused");
    }

    private static SteadyResult result(String... rounds) {
        List<String> lines = new ArrayList<>(RATES);
        lines.add("disk 900000");
        lines.addAll(List.of(rounds));
        return SteadyResult.of(lines);
    }
}
