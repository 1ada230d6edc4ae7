package dev.candor.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.testkit.Reply;
import dev.candor.telemetry.testkit.SegmentReceiver;
import dev.candor.telemetry.testkit.SentryReceiver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is set up wrongly, or breaks: one clear line, and the program's own work and exit code are as without telemetry. */
class BadInputIT {
    private static final String DONE = "loaded [0-9]+ zones with [0-9]+ transitions into .*";

    private Sandbox sandbox;

    @BeforeEach
    void newHome() throws IOException {
        sandbox = new Sandbox(Path.of("bin").toAbsolutePath());
        sandbox.with("LOADER_OPTS", "-Dloader.detached=no");
    }

    @AfterEach
    void remove() {
        sandbox.close();
    }

    @Test
    void config_typoInAKey_isNamedWithTheNearestKnownKey() throws Exception {
        sandbox.writeInHome(".loader/config.toml", "[runtime]\nsentry_dns = \"https://key@sentry.example/1\"\n");

        assertThat(told(worked("run")))
                .singleElement()
                .asString()
                .endsWith("config.toml:2: runtime.sentry_dns is not known; did you mean runtime.sentry_dsn?");
    }

    @Test
    void config_typoInAPrivacyKey_isNamedAndCountsAsNo() throws Exception {
        sandbox.writeInHome(".loader/config.toml", "[runtime]\nloader_telemtry = true\n");

        assertThat(told(worked("run")))
                .singleElement()
                .asString()
                .contains("config.toml:2", "runtime.loader_telemtry", "runtime.loader_telemetry");
    }

    @Test
    void config_unknownBackend_isNamedWithThoseThatAreHere() throws Exception {
        sandbox.writeInHome(".loader/config.toml", "[runtime]\nmixpanel_write_key = \"key\"\n");

        assertThat(told(worked("run")))
                .singleElement()
                .asString()
                .endsWith("config.toml:2: runtime.mixpanel_write_key belongs to no backend that is here; there is otlp,"
                        + " posthog, segment, sentry");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mixpanel_key", "backend"})
    void config_backendThatNobodyOffers_isNamedWithThoseThatAreHere(String key) throws Exception {
        sandbox.writeInHome(".loader/config.toml", "[runtime]\n" + key + " = \"mixpanel\"\nlicense_key = \"x\"\n");

        assertThat(told(worked("run")))
                .singleElement()
                .asString()
                .contains("config.toml:2: runtime." + key, "mixpanel")
                .endsWith("no backend that is here; there is otlp, posthog, segment, sentry");
    }

    @Test
    void config_twoFilesNameOneBackend_saysWhichCounts() throws Exception {
        sandbox.writeInHome(".loader/config.toml", "[runtime]\nsegment_write_key = \"one\"\n");
        Path project = Files.createDirectories(sandbox.work().resolve(".loader"));
        Files.writeString(project.resolve("config.toml"), "[runtime]\nsegment_write_key = \"two\"\n");

        assertThat(told(worked("run")))
                .filteredOn(line -> line.contains("segment_write_key"))
                .singleElement()
                .asString()
                .contains("runtime.segment_write_key has another value in file:project", ", which counts");
    }

    @Test
    void config_oneFileNamesABackendTwice_isRefusedInOneLine() throws Exception {
        sandbox.writeInHome(
                ".loader/config.toml", "[runtime]\nsegment_write_key = \"one\"\nsegment_write_key = \"two\"\n");

        assertThat(told(worked("run"))).singleElement().asString().contains("config.toml", "so telemetry is off");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Dloader.detached=no", ""})
    void config_valueThatIsNoAddress_isToldInOneLineInEachRun(String options) throws Exception {
        sandbox.with("LOADER_OPTS", options);
        sandbox.writeInHome(".loader/config.toml", "[runtime]\nsentry_dsn = \"nonsense\"\n");

        for (int run = 0; run < 2; run++) {
            assertThat(told(worked("run")).stream().filter(line -> !line.contains("is replaced")))
                    .singleElement()
                    .asString()
                    .startsWith("loader: backend sentry is off: runtime.sentry_dsn (")
                    .contains(".loader/config.toml:2");
        }
        assertThat(worked("telemetry", "status").output())
                .containsPattern("sentry +off +owner +runtime.sentry_dsn")
                .doesNotContain("Exception");
    }

    @Test
    void variable_endpointThatIsNone_isToldInOneLineAndTheOtherBackendWorks() throws Exception {
        try (SentryReceiver sentry = new SentryReceiver()) {
            sandbox.with("RUNTIME__OTLP_ENDPOINT", "htp://collector.example:4318")
                    .with("RUNTIME__SENTRY_DSN", sentry.dsn());

            assertThat(told(worked("run")))
                    .containsExactly("loader: backend otlp is off: runtime.otlp_endpoint (env:RUNTIME__OTLP_ENDPOINT)"
                            + " 'htp://collector.example:4318' is not an http or https URL");
            sandbox.run("loader", "telemetry", "flush");
            assertThat(sentry.requests()).isNotEmpty();
        }
    }

    @Test
    void tool_withoutACommand_listsAllOfThem() throws Exception {
        Sandbox.Ended ended = sandbox.run("loader");

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.output()).contains("  run ", "  telemetry ");
    }

    @Test
    void deployer_brokenBundleOrNumber_isToldInOneLine() throws Exception {
        Path broken = Files.writeString(sandbox.work().resolve("broken.zip"), "no archive");

        assertThat(sandbox.run("deployer", "invoke", broken.toString(), "file"))
                .isEqualTo(new Sandbox.Ended(2, "deployer: " + broken + " is no bundle: zip END header not found\n"));
        assertThat(sandbox.run("deployer", "invoke", "--times", "0", broken.toString(), "file"))
                .isEqualTo(new Sandbox.Ended(2, "deployer: --times is at least 1, not 0\n"));
    }

    @Test
    void labels_portInUseOrImpossible_isToldInOneLine() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Sandbox.Ended ended = sandbox.run("labels", "serve", "--port", Integer.toString(taken.getLocalPort()));

            assertThat(ended.exitCode()).isEqualTo(1);
            assertThat(ended.output())
                    .contains("labels: cannot serve: ", ":" + taken.getLocalPort())
                    .doesNotContain("\tat ");
        }
        Sandbox.Ended impossible = sandbox.run("labels", "serve", "--port", "70000");
        assertThat(impossible.exitCode()).isEqualTo(2);
        assertThat(impossible.output()).startsWith("--port is a number from 0 to 65535, not 70000");
    }

    @Test
    void folder_readOnlyProject_isToldInOneLineAndTheRunWorks() throws Exception {
        Path project = Files.createDirectories(sandbox.work().resolve(".loader"));
        Files.writeString(project.resolve("config.toml"), "[runtime]\n# nothing yet\n", StandardCharsets.UTF_8);
        Path output = sandbox.home().resolve("output");
        try (ReadOnly folder = ReadOnly.assume(project)) {
            Sandbox.Ended ended = worked("--disable-telemetry", "run", "--output", output.toString());

            assertThat(ended.output().lines()).anyMatch(line -> line.matches(DONE));
            assertThat(ended.output().lines().filter(line -> line.contains(folder.path() + "/config.toml")))
                    .hasSize(1);
            assertThat(ended.output()).doesNotContain("\tat ");
        }
    }

    @Test
    void folder_readOnlyForInit_isToldInOneLineAndFails() throws Exception {
        try (ReadOnly folder = ReadOnly.assume(sandbox.work())) {
            Sandbox.Ended ended = sandbox.run("loader", "init", "zones", "hsqldb");

            assertThat(ended.exitCode()).isEqualTo(1);
            assertThat(ended.output()
                            .lines()
                            .filter(line -> line.startsWith("loader: the project folder cannot be written")))
                    .as(folder.path() + ": " + ended.output())
                    .hasSize(1);
        }
    }

    @Test
    void receiver_thatDiesHalfWay_changesNothingForLoader() throws Exception {
        try (SentryReceiver sentry = new SentryReceiver()) {
            sandbox.writeInHome(".loader/config.toml", "[runtime]\nsentry_dsn = \"" + sentry.dsn() + "\"\n");
            sentry.always(Reply.closeWithinBody());
            assertThat(worked("run").output().lines()).anyMatch(line -> line.matches(DONE));

            Sandbox.Ended flush = sandbox.run("loader", "telemetry", "flush");

            assertThat(flush.output()).doesNotContain("\tat ").doesNotContain("Exception in thread");
            assertThat(worked("run").output().lines()).anyMatch(line -> line.matches(DONE));
        }
    }

    @Test
    void receiver_thatDiesHalfWay_changesNothingForLabels() throws Exception {
        try (SegmentReceiver segment = new SegmentReceiver()) {
            segment.always(Reply.closeWithinBody());
            sandbox.with("LABELS_ENABLE_TELEMETRY", "1");
            sandbox.with(
                    "LABELS_OPTS",
                    "-Dlabels.maintainer.segment_write_key=key -Dlabels.maintainer.segment_endpoint=" + segment.uri());

            Sandbox.Ended ended = sandbox.run("labels", "tour");

            assertThat(ended.exitCode()).as(ended.output()).isZero();
            assertThat(ended.output()).contains("two records: 200", "train on it: 200");
            assertThat(ended.output()).doesNotContain("segment");
        }
    }

    private Sandbox.Ended worked(String... arguments) throws IOException, InterruptedException {
        Sandbox.Ended ended = sandbox.run("loader", arguments);
        assertThat(ended.exitCode()).as(ended.output()).isZero();
        return ended;
    }

    /** What was logged; everything else that a run prints is its own progress and result. */
    private static List<String> told(Sandbox.Ended ended) {
        assertThat(ended.output().lines()).anyMatch(line -> line.matches(DONE));
        return ended.output()
                .lines()
                .filter(line -> line.startsWith("loader: "))
                .toList();
    }
}
