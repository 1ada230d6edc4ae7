package dev.candor.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From what a measurement found to the page. */
class PageTest {
    private static final Machine MACHINE = new Machine("Linux", "a processor", 2, 0.5, "a JVM");

    @TempDir
    Path results;

    @Test
    void of_fragmentsKeptInFiles_holdsBudgetsSectionsAndWhereTheyAreFrom() throws IOException {
        Findings found = new Findings(
                "Calls",
                new Table("call", "ns").row("an event", 123.4).toString(),
                List.of(Verdict.atMost("an event", 150, 123.4, "ns"), Verdict.atMost("a counter", 10, 12, "ns")));
        new Fragment("calls", "2026-11-28T18:15:00Z", "abc1234", Effort.FULL, 7, MACHINE, found).write(results);

        Fragment read = Fragment.read(results, "calls").orElseThrow();
        String page = Page.of(List.of(read), List.of(Path.of("lib/jackson-core-2.21.8.jar")));

        assertThat(page)
                .contains(
                        "| calls | 2026-11-28T18:15:00Z | abc1234 | 7 s | full | 0.50 | a processor, 2 cores | Linux |"
                                + " a JVM |")
                .contains("| an event | ≤ 150 ns | 123.4 ns | met |")
                .contains("| a counter | ≤ 10 ns | 12 ns | **missed** |")
                .contains("## Calls\n\n| call | ns |\n|---|---|\n| an event | 123 |\n")
                .contains("jackson-core-2.21.8");
    }

    @Test
    void read_nothingKept_isEmpty() throws IOException {
        assertThat(Fragment.read(results, "calls")).isEmpty();
    }

    @Test
    void verdict_atLeast_isMissedBelow() {
        assertThat(Verdict.atLeast("to disk", 500_000, 400_000, "a second").met())
                .isFalse();
        assertThat(Verdict.atLeast("to disk", 500_000, 500_000, "a second").met())
                .isTrue();
    }

    @Test
    void measurements_all_haveNamesOfTheirOwn() {
        assertThat(Bench.measurements())
                .isNotEmpty()
                .allSatisfy(
                        (name, part) -> assertThat(part.name()).isEqualTo(name).matches("[a-z]+"));
    }
}
