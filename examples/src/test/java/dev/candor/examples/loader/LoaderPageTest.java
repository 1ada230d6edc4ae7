package dev.candor.examples.loader;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.testkit.CatalogueCheck;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The page that tells users of {@code loader} what it reports. */
class LoaderPageTest {
    @Test
    void page_ofTheTool_saysWhatItsCodeSays() {
        CatalogueCheck.check(
                LoaderTelemetry.builder()
                        .maintainer("posthog", Map.of("key", "key"), Purpose.USAGE)
                        .maintainer("segment", Map.of("write_key", "key"), Purpose.USAGE)
                        .build(),
                Path.of("telemetry", "loader.md"));
    }
}
