package dev.candor.examples.deployer.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.candor.examples.application.UserCode;
import dev.candor.telemetry.Delivery;
import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.core.Candor;
import dev.candor.telemetry.testkit.SentryItem;
import dev.candor.telemetry.testkit.SentryReceiver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the makers learn of an error, and of which errors they learn nothing. */
class DeployerErrorsTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Map<String, String> ENVIRONMENT =
            Map.of("DEPLOYER_ENV", "staging", "DEPLOYER_WORKSPACE", "acme", "API_KEY", "bl_very_secret_key_93847");

    private final SentryReceiver sentry = new SentryReceiver();

    @TempDir
    Path folder;

    private DeployerHome home;
    private Candor tool;

    @BeforeEach
    void tracking() throws IOException {
        home = new DeployerHome(folder.resolve("home-of-jane"), sentry.dsn()).tracking("true");
        tool = home.tool("0.16.1", ENVIRONMENT);
    }

    @AfterEach
    void stop() {
        sentry.close();
    }

    @Test
    void ownError_carriesTheDocumentedMetadataAndNothingOfTheUsers() throws IOException {
        Path site = home.site();

        try (Telemetry telemetry = tool.open()) {
            Packer packer = new Packer(telemetry, "").broken();
            assertThatThrownBy(() -> packer.pack(site, folder.resolve("out")))
                    .isInstanceOf(IllegalStateException.class);
        }
        tool.control().flush(LONG);

        SentryItem event = sentry.received().get(0);
        JsonNode payload = event.payload();
        JsonNode thrown = payload.at("/exception/values/0");
        assertThat(sentry.received()).hasSize(1);
        assertThat(thrown.path("type").asText()).isEqualTo("IllegalStateException");
        assertThat(thrown.path("value").asText()).isEqualTo("a file's checksum is not that of the manifest");
        assertThat(thrown.at("/stacktrace/frames").toString()).contains("Packer.java", "OpenBundle.java");
        assertThat(payload.path("environment").asText()).isEqualTo("staging");
        assertThat(payload.path("release").asText()).isEqualTo("deployer@0.16.1");
        assertThat(payload.at("/tags/workspace").asText()).isEqualTo("acme");
        assertThat(payload.at("/tags/commit").asText()).isEqualTo("unreleased");
        assertThat(payload.at("/tags/thread.kind").asText()).isNotEmpty();
        assertThat(payload.at("/contexts/os/name").asText()).isNotEmpty();
        assertThat(payload.at("/contexts/runtime/version").asText()).isEqualTo(System.getProperty("java.version"));
        assertThat(payload.path("breadcrumbs").toString()).contains("\"scan\"", "\"pack\"", "\"verify\"");
        assertThat(new String(sentry.rawBytes(), StandardCharsets.UTF_8))
                .doesNotContain("my-secret-site", "customers", "alice", "home-of-jane", "bl_very", "ip_address");
    }

    /** Blaxel's initialisation fails by a wrong DSN; here it is a line in the log, and the tool's own error goes on the same. */
    @ParameterizedTest(name = "BLX-40 DSN ''{0}''")
    @ValueSource(strings = {"", "hello"})
    void dsn_missingOrWrong_onlyTurnsReportingOff(String dsn) throws IOException {
        DeployerHome other = new DeployerHome(folder.resolve("other"), dsn).tracking("true");
        Candor unable = other.tool("0.16.1", ENVIRONMENT);
        Path site = other.site();

        try (Telemetry telemetry = unable.open()) {
            Packer packer = new Packer(telemetry, "").broken();
            assertThatThrownBy(() -> packer.pack(site, folder.resolve("out")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("a file's checksum is not that of the manifest");
        }
        Delivery delivery = unable.control().flush(LONG);

        assertThat(delivery.delivered()).isZero();
        assertThat(delivery.complete()).isFalse();
    }

    @Test
    void expectedFailure_isNotReported() {
        try (Telemetry telemetry = tool.open()) {
            Packer packer = new Packer(telemetry, "");
            assertThatThrownBy(() -> packer.pack(folder.resolve("nowhere"), folder.resolve("out")))
                    .isInstanceOf(ExpectedFailure.class);
        }
        tool.control().flush(LONG);

        assertThat(sentry.requests()).isEmpty();
    }

    @Test
    void cancelled_isNotReported() throws IOException {
        Path site = home.site();

        try (Telemetry telemetry = tool.open()) {
            Packer packer = new Packer(telemetry, "");
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> packer.pack(site, folder.resolve("out"))).hasMessage("cancelled");
        } finally {
            Thread.interrupted();
        }
        tool.control().flush(LONG);

        assertThat(sentry.requests()).isEmpty();
    }

    @Test
    void errorOfTheApplication_isNotReportedAndThrownOnAsItIs() {
        try (Telemetry telemetry = tool.open()) {
            Workload workload = new Workload(telemetry, "app", UserCode::broken);
            assertThatThrownBy(() -> workload.request("order 66", ""))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the application cannot answer order 66");
        }
        tool.control().flush(LONG);

        assertThat(sentry.requests()).isEmpty();
    }
}
