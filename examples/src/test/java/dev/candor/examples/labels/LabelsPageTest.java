package dev.candor.examples.labels;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.testkit.CatalogueCheck;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The page that tells those who run {@code labels} what it reports. */
class LabelsPageTest {
    @Test
    void page_ofTheTool_saysWhatItsCodeSays() {
        CatalogueCheck.check(
                LabelsTelemetry.builder(Path.of("data"))
                        .maintainer("segment", Map.of("write_key", "key"), Purpose.USAGE)
                        .build(),
                Path.of("telemetry", "labels.md"));
    }
}
