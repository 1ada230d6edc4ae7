package dev.candor.examples.canary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.examples.canary.Secrets.Secret;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.core.Candor;
import dev.candor.telemetry.core.ConsentRules;
import dev.candor.telemetry.core.Control;
import dev.candor.telemetry.core.ErrorRules;
import dev.candor.telemetry.core.Mode;
import dev.candor.telemetry.core.Surroundings;
import dev.candor.telemetry.spi.Payload;
import dev.candor.telemetry.testkit.OtlpReceiver;
import dev.candor.telemetry.testkit.PostHogReceiver;
import dev.candor.telemetry.testkit.Receiver;
import dev.candor.telemetry.testkit.SegmentReceiver;
import dev.candor.telemetry.testkit.SentryReceiver;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets planted through every API of a whole pipeline, and looked for in all that leaves or stays. */
@Isolated
class CanaryTest {
    private static final int PLANTED = 2_080;
    /** One in each check, five in the soak: 10,400 secrets in slices whose bytes fit in memory to be searched. */
    private static final int SLICES = Boolean.getBoolean("candor.soak") ? 5 : 1;

    private static final int KINDS = 40;
    private static final Duration LONG = Duration.ofMinutes(5);

    @TempDir
    Path folder;

    static IntStream slices() {
        return IntStream.range(0, SLICES);
    }

    @ParameterizedTest
    @MethodSource("slices")
    void plantedSecrets_throughEveryApi_areFoundNowhere(int slice) throws Exception {
        List<Secret> secrets = Secrets.plant(PLANTED, 42 + slice);
        StringBuilder seen = new StringBuilder();
        try (Diagnostics diagnostics = Diagnostics.listen();
                SentryReceiver sentry = new SentryReceiver();
                PostHogReceiver postHog = new PostHogReceiver();
                SegmentReceiver segment = new SegmentReceiver();
                OtlpReceiver otlp = new OtlpReceiver()) {
            Candor tool = tool(sentry, postHog, segment, otlp);
            plant(tool, secrets);
            for (Control.Shown shown : tool.control().show()) {
                seen.append(shown.destination()).append(shown.problem());
                for (Payload payload : shown.payloads()) {
                    seen.append(text(payload.body()));
                }
            }
            files(seen);
            tool.control().flush(LONG);
            files(seen);
            seen.append(tool.control().status()).append(tool.control().log(Integer.MAX_VALUE));
            for (Receiver<?> each : List.of(sentry, postHog, segment, otlp)) {
                assertThat(each.refusals()).isEmpty();
                assertThat(each.received()).isNotEmpty();
                seen.append(text(each.rawBytes()));
            }
            seen.append(diagnostics.said());
        }

        assertThat(seen).contains("<email>");
        assertThat(new Search(secrets).in(seen)).isEmpty();
    }

    @Test
    void plantedSecrets_inThePreview_areFoundNowhere() throws Exception {
        List<Secret> secrets = Secrets.plant(KINDS * Planting.WAYS, 43);
        Candor tool = Candor.tool("canary", "1.0.0")
                .mode(Mode.COMMAND)
                .events(Planting.DONE)
                .withoutFloodGuard()
                .consent(ConsentRules.forTool("canary", "1.0.0").build())
                .errors(ErrorRules.owned("dev.candor.examples.canary")
                        .withMessage(error -> true)
                        .build())
                .surroundings(surroundings(Map.of("CANARY_ENABLE_TELEMETRY", "1")))
                .build();

        plant(tool, secrets);
        tool.control().flush(LONG);
        StringBuilder seen = new StringBuilder();
        files(seen);

        assertThat(seen).contains("work_done", "<email>");
        assertThat(new Search(secrets).in(seen)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"raw", "json", "percent", "base64"})
    void search_secretLeftInAnyForm_findsIt(String form) {
        List<Secret> secrets = Secrets.plant(KINDS, 1);
        StringBuilder seen = new StringBuilder();
        for (Secret secret : secrets) {
            String text = secret.text();
            seen.append(
                    switch (form) {
                        case "json" -> text.replace("\\", "\\\\").replace("\n", "\\n");
                        case "percent" -> URLEncoder.encode(text, StandardCharsets.UTF_8);
                        case "base64" -> Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
                        default -> text;
                    });
            seen.append('\n');
        }

        List<String> found = new Search(secrets).in(seen);

        assertThat(found.stream()
                        .map(line -> line.substring(0, line.indexOf(':')))
                        .distinct())
                .hasSize(KINDS);
    }

    /** Each way is used for every kind before the next. */
    private static void plant(Candor tool, List<Secret> secrets) throws Exception {
        try (Telemetry telemetry = tool.open()) {
            try (Planting planting = new Planting(telemetry)) {
                for (int i = 0; i < secrets.size(); i++) {
                    planting.plant(i / KINDS % Planting.WAYS, secrets.get(i).text());
                }
            }
            // By itself it would leave a slow disk behind, and the files would change while they are read.
            telemetry.close(LONG);
        }
    }

    private void files(StringBuilder seen) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                seen.append(text(Files.readAllBytes(file)));
            }
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private Candor tool(SentryReceiver sentry, PostHogReceiver postHog, SegmentReceiver segment, OtlpReceiver otlp)
            throws IOException {
        Surroundings surroundings = surroundings(Map.of(
                "CANARY_ENABLE_TELEMETRY", "1",
                "RUNTIME__SENTRY_DSN", sentry.dsn(),
                "RUNTIME__OTLP_ENDPOINT", otlp.uri().toString()));
        return Candor.tool("canary", "1.0.0")
                .mode(Mode.COMMAND)
                .events(Planting.DONE)
                .withoutFloodGuard()
                .consent(ConsentRules.forTool("canary", "1.0.0")
                        .section("runtime")
                        .build())
                .errors(ErrorRules.owned("dev.candor.examples.canary")
                        .withMessage(error -> true)
                        .withThreads()
                        .build())
                .maintainer(
                        "posthog",
                        Map.of("key", "phc_canary", "host", postHog.uri().toString()),
                        Purpose.USAGE,
                        Purpose.ERRORS)
                .maintainer(
                        "segment",
                        Map.of("write_key", "canary", "endpoint", segment.uri().toString()),
                        Purpose.USAGE,
                        Purpose.ERRORS)
                .surroundings(surroundings)
                .build();
    }

    private Surroundings surroundings(Map<String, String> environment) throws IOException {
        return Surroundings.builder()
                .environment(environment)
                .home(Files.createDirectories(folder.resolve("home")))
                .workingDirectory(Files.createDirectories(folder.resolve("work")))
                .build();
    }
}
