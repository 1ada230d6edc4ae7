package dev.candor.examples.deployer.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.core.Candor;
import dev.candor.telemetry.core.RunKind;
import dev.candor.telemetry.testkit.SentryReceiver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The SDK in an application: the application's word, and then the answer that the command line recorded. */
class DeployerSdkTest {
    private static final String DSN = "http://public@127.0.0.1:9/42";
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "0.16.1, yes, -, true, true",
                "0.16.1, yes, -, false, false",
                "0.16.1, yes, -, -, false",
                "0.16.1, yes, 1, true, false",
                "0.16.1, yes, 0, -, true",
                "0.16.1, yes, 0, false, false",
                "0.16.0, yes, -, -, true",
                "0.16.0, yes, -, false, false",
                "0.16.0, yes, 1, -, false",
                "0.16.1, silent, -, true, false",
                "0.16.1, silent, 0, true, false",
                "0.16.0, silent, -, -, false",
                "0.16.1, no, 0, true, false"
            })
    void errors_byWordVariableFileAndVersion_strongestDecides(
            String version, String word, String doNotTrack, String tracking, boolean allowed) throws IOException {
        DeployerHome home = new DeployerHome(folder, DSN);
        if (tracking != null) {
            home.tracking(tracking);
        }
        Candor sdk = home.sdk(version, doNotTrack == null ? Map.of() : Map.of("DO_NOT_TRACK", doNotTrack));

        Candor heard = word.equals("silent") ? sdk : sdk.host(word.equals("yes"));
        try (Telemetry telemetry = heard.open(RunKind.INTERACTIVE)) {
            assertThat(telemetry.enabled(Purpose.ERRORS)).isEqualTo(allowed);
        }
    }

    @Test
    void open_atATerminalUndecided_asksNobodyAndLeavesNothing() throws IOException {
        DeployerHome home = new DeployerHome(folder, DSN);

        DeployerSdk.open(home.sdk("0.16.1", Map.of()).host(true)).close();

        try (Stream<Path> left = Files.walk(folder.resolve("home"))) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void verify_ofADamagedBundle_isReportedFromMemoryAndThrownOn() throws IOException {
        try (SentryReceiver sentry = new SentryReceiver()) {
            DeployerHome home = new DeployerHome(folder, sentry.dsn()).tracking("true");
            Path damaged = damaged(home);

            try (DeployerSdk sdk = DeployerSdk.open(home.sdk("0.16.1", Map.of()).host(true))) {
                assertThatThrownBy(() -> sdk.verify(damaged))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage("a file's checksum is not that of the manifest");
                assertThat(sentry.awaitCount(1, LONG)).hasSize(1);
            }

            try (Stream<Path> left = Files.walk(folder.resolve("home"))) {
                assertThat(left).as("no event waits on disk").noneMatch(file -> file.endsWith("spool"));
            }
        }
    }

    /** A bundle whose manifest and content differ. */
    private Path damaged(DeployerHome home) throws IOException {
        Packer packer = new Packer(Telemetry.disabled(), "").broken();
        assertThatThrownBy(() -> packer.pack(home.site(), folder.resolve("out")))
                .isInstanceOf(Exception.class);
        return folder.resolve("out/my-secret-site.zip");
    }
}
