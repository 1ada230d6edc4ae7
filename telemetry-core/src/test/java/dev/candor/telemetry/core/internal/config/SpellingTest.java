package dev.candor.telemetry.core.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

    @ParameterizedTest
    @CsvSource({
        "traking, tracking",
        "trackingg, tracking",
        "trakcing, tracking",
        "Tracking, tracking",
        "enable-runtime-trace, enable_runtime_trace",
        "enable_runtim_trce, enable_runtime_trace"
    })
    void nearest_slips_findTheName(String written, String meant) {
        assertThat(Spelling.nearest(written, List.of("tracking", "enable_runtime_trace")))
                .isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({"tracking", "trac", "backing", "enable_runtime", "workspace", "''"})
    void nearest_exactOrFar_findsNothing(String written) {
        assertThat(Spelling.nearest(written, List.of("tracking", "enable_runtime_trace")))
                .isNull();
    }
}
