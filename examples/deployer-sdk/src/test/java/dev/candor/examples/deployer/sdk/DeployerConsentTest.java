package dev.candor.examples.deployer.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.core.Candor;
import dev.candor.telemetry.core.RunKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who decides: {@code DO_NOT_TRACK}, then the config file, then the version's default. */
class DeployerConsentTest {
    private static final String DSN = "http://public@127.0.0.1:9/42";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "0.16.1, -, -, false",
                "0.16.1, -, true, true",
                "0.16.1, -, false, false",
                "0.16.1, 1, true, false",
                "0.16.1, 0, -, true",
                "0.16.1, 0, false, false",
                "0.16.0, 1, true, false",
                "0.16.0, -, false, false",
                "0.16.0, 0, -, true",
                "0.17.0, -, -, false"
            })
    void errors_bySource_strongestDecides(String version, String doNotTrack, String tracking, boolean allowed)
            throws IOException {
        DeployerHome home = new DeployerHome(folder, DSN);
        if (tracking != null) {
            home.tracking(tracking);
        }
        Map<String, String> environment = doNotTrack == null ? Map.of() : Map.of("DO_NOT_TRACK", doNotTrack);

        try (Telemetry telemetry = home.tool(version, environment).open(RunKind.INTERACTIVE)) {
            assertThat(telemetry.enabled(Purpose.ERRORS)).isEqualTo(allowed);
        }
    }

    @Test
    void oldVersion_nobodySaidNo_reportsOnlyAfterItsNotice() {
        DeployerHome home = new DeployerHome(folder, DSN);

        try (Telemetry first =
                home.tool("0.16.0", Map.of(), Duration.ZERO, true).open(RunKind.INTERACTIVE)) {
            assertThat(first.enabled(Purpose.ERRORS)).isFalse();
        }
        try (Telemetry second =
                home.tool("0.16.0", Map.of(), Duration.ofHours(1), true).open(RunKind.INTERACTIVE)) {
            assertThat(second.enabled(Purpose.ERRORS)).isTrue();
        }
        try (Telemetry upgraded =
                home.tool("0.16.1", Map.of(), Duration.ofHours(2), true).open(RunKind.INTERACTIVE)) {
            assertThat(upgraded.enabled(Purpose.ERRORS)).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "false, '', false",
        "true, '', true",
        "false, true, true",
        "true, false, false",
        "true, 0, false",
    })
    void traces_bySwitchAndPlace_whateverDoNotTrackSays(boolean deployed, String value, boolean allowed) {
        for (String doNotTrack : new String[] {"", "0", "1"}) {
            Map<String, String> environment = new HashMap<>(Map.of(
                    "DO_NOT_TRACK", doNotTrack,
                    "DEPLOYER_ENABLE_OPENTELEMETRY", value,
                    "DEPLOYER_OTLP_ENDPOINT", "http://127.0.0.1:9"));
            if (deployed) {
                environment.put(DeployerTelemetry.DEPLOYED_VARIABLE, "site");
            }
            DeployerHome home = new DeployerHome(folder.resolve("dnt" + doNotTrack), DSN);

            Candor tool = home.tool("0.16.1", environment);
            try (Telemetry telemetry = tool.open()) {
                assertThat(telemetry.enabled(Purpose.TRACES)).isEqualTo(allowed);
                assertThat(telemetry.enabled(Purpose.LOGS)).isEqualTo(allowed);
                assertThat(telemetry.enabled(Purpose.METRICS)).isEqualTo(allowed);
            }
            assertThat(tool.control().status().decisions().get("errors").state().equals("granted"))
                    .isEqualTo(doNotTrack.equals("0"));
        }
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void install_answeredBeforehand_isInTheConfigOfCommandLineAndSdk(boolean answer) throws IOException {
        DeployerHome home = new DeployerHome(folder, DSN);
        Candor tool = home.tool("0.16.1", Map.of());

        boolean effective = tool.control().install(answer).effective();

        assertThat(effective).isEqualTo(answer);
        assertThat(Files.readString(home.config())).isEqualTo("tracking: " + answer + "\n");
        try (Telemetry inAnotherProgram = home.tool("0.16.1", Map.of()).open()) {
            assertThat(inAnotherProgram.enabled(Purpose.ERRORS)).isEqualTo(answer);
        }
    }

    @Test
    void install_nobodyThere_recordsNothingAndSaysSo() {
        DeployerHome home = new DeployerHome(folder, DSN);

        var switched = home.tool("0.16.1", Map.of()).control().install(null);

        assertThat(switched.effective()).isFalse();
        assertThat(switched.messages()).containsExactly("telemetry stays off: there is no terminal");
        assertThat(home.config()).doesNotExist();
    }
}
