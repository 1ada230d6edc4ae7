package dev.candor.telemetry.posthog;

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
                "dev.candor.telemetry.posthog",
                List.of(
                        "telemetry-api",
                        "backend-http",
                        "backend-posthog/target/classes",
                        "posthog-6",
                        "okhttp-",
                        "okio-jvm-",
                        "kotlin-stdlib-1",
                        "gson-"),
                Map.of("key", "phc_test"));

        assertThat(printed).isEqualTo("dev.candor.telemetry.posthog 1");
    }
}
