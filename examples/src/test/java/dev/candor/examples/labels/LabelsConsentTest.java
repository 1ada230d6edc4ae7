package dev.candor.examples.labels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.core.Candor;
import dev.candor.telemetry.core.RunKind;
import dev.candor.telemetry.core.Surroundings;
import dev.candor.telemetry.testkit.SegmentMessage;
import dev.candor.telemetry.testkit.SegmentReceiver;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The one variable, the day of grace, and the id. */
class LabelsConsentTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private Surroundings surroundings(String enabled, Duration later) {
        return Surroundings.builder()
                .environment(Map.of("LABELS_ENABLE_TELEMETRY", enabled))
                .home(folder.resolve("home"))
                .workingDirectory(folder)
                .clock(Clock.offset(Clock.systemUTC(), later))
                .build();
    }

    private Candor server(String enabled, Duration later) {
        return LabelsTelemetry.builder(folder.resolve("data"))
                .maintainer("segment", Map.of("write_key", "key", "endpoint", "http://127.0.0.1:9"), Purpose.USAGE)
                .surroundings(surroundings(enabled, later))
                .build();
    }

    @ParameterizedTest
    @CsvSource({"1, true", "0, false", "true, true", "false, false", "perhaps, false"})
    void usage_variable_decides(String value, boolean allowed) {
        try (Telemetry telemetry = server(value, Duration.ZERO).open(RunKind.SERVICE)) {
            assertThat(telemetry.enabled(Purpose.USAGE)).isEqualTo(allowed);
        }
    }

    @Test
    void usage_nobodySaidAnything_beginsADayAfterTheNotice() throws Exception {
        Files.createDirectories(folder.resolve("home"));

        assertThat(usageAfter(Duration.ZERO)).isFalse();
        assertThat(usageAfter(Duration.ofHours(23))).isFalse();
        assertThat(usageAfter(Duration.ofHours(25))).isTrue();
    }

    private boolean usageAfter(Duration later) {
        try (Telemetry telemetry = server("", later).open(RunKind.SERVICE)) {
            return telemetry.enabled(Purpose.USAGE);
        }
    }

    @Test
    void id_ofAnInstallation_isRandomAndTheSameAfterARestart() throws Exception {
        Set<String> ids = new HashSet<>();
        try (SegmentReceiver segment = new SegmentReceiver()) {
            for (String data : new String[] {"one", "one", "another"}) {
                Candor candor = LabelsTelemetry.builder(folder.resolve(data))
                        .maintainer(
                                "segment",
                                Map.of(
                                        "write_key",
                                        "key",
                                        "endpoint",
                                        segment.uri().toString()),
                                Purpose.USAGE)
                        .surroundings(surroundings("1", Duration.ZERO))
                        .build();
                try (Telemetry telemetry = candor.open(RunKind.SERVICE)) {
                    telemetry.event(LabelsEvents.INTEGRATION).record();
                    telemetry.flush(LONG);
                }
            }

            for (SegmentMessage message : segment.awaitCount(3, LONG)) {
                ids.add(message.content().path("anonymousId").asText());
            }
        }
        assertThat(ids).hasSize(2);
    }
}
