package dev.candor.examples.trainer;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.testkit.CatalogueCheck;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The page that tells users of {@code trainer} what it reports. */
class TrainerPageTest {
    @Test
    void page_ofTheTool_saysWhatItsCodeSays() {
        CatalogueCheck.check(
                TrainerTelemetry.describe("1.0.0")
                        .maintainer("posthog", Map.of("key", "key"), Purpose.USAGE, Purpose.ERRORS)
                        .build(),
                Path.of("telemetry", "trainer.md"));
    }
}
