package dev.candor.examples.deployer.sdk;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.testkit.CatalogueCheck;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The page that tells users of {@code deployer} and of its SDK what they report. */
class DeployerPageTest {
    @Test
    void page_ofTheTool_saysWhatItsCodeSays() {
        CatalogueCheck.check(
                DeployerTelemetry.builder("1.0.0", Map.of())
                        .maintainer("sentry", Map.of("dsn", "https://key@sentry.example/1"), Purpose.ERRORS)
                        .build(),
                Path.of("..", "telemetry", "deployer.md"));
    }
}
