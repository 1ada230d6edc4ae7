package dev.candor.telemetry.core.seeds;

import static dev.candor.telemetry.core.seeds.SeedTool.WORK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.core.IdentityMode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where Blaxel's clients say that they run. */
@Timeout(60)
class BlaxelPlaceTest {
    @TempDir
    Path folder;

    @ParameterizedTest(name = "BLX-41 {0}")
    @CsvSource({"dev, dev", "prod, prod", "customer-workspace, prod", "'', prod", "DEV, prod"})
    void blx41_environmentOfAUser_isOneOfAClosedSet(String written, String sent) throws IOException {
        SeedTool tool = new SeedTool(
                folder,
                IdentityMode.RUN,
                Map.of("SEED_ENABLE_TELEMETRY", "1"),
                builder -> builder.environment(written, Set.of("dev", "prod"), "prod"));

        tool.run(telemetry -> telemetry.event(WORK).record());

        assertThat(tool.only().header().resource().environment()).isEqualTo(sent);
    }
}
