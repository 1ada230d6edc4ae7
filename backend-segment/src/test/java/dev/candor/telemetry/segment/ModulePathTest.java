package dev.candor.telemetry.segment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.testkit.ModuleProgram;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The backend as a module among modules, found by ServiceLoader. */
class ModulePathTest {
    @Test
    void provider_onTheModulePath_isFoundAndEncodes() throws Exception {
        String printed = ModuleProgram.run(
                "dev.candor.telemetry.segment",
                List.of("telemetry-api", "backend-http", "backend-segment/target/classes", "analytics-core-", "gson-2"),
                Map.of("write_key", "wk"));

        assertThat(printed).isEqualTo("dev.candor.telemetry.segment 1");
    }
}
