package dev.candor.examples.canary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.examples.canary.Secrets.Secret;
import dev.candor.telemetry.Attribute;
import dev.candor.telemetry.EventType;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.Severity;
import dev.candor.telemetry.Span;
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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets planted through every API of a whole pipeline, and looked for in all that leaves or stays. */
class CanaryTest {
    private static final int PLANTED = Boolean.getBoolean("candor.soak") ? 10_000 : 2_000;
    private static final int LONGEST_TEXT = 400;
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final Attribute<String> NOTE = Attribute.text("note", LONGEST_TEXT);
    private static final Attribute<List<String>> NOTES =
            Attribute.listOf("notes", Attribute.text("each", LONGEST_TEXT), 4);
    private static final Attribute<Map<String, ?>> CONFIG = Attribute.tree("config", 6, 100);
    private static final EventType DONE =
            EventType.named("work_done").with(NOTE).with(NOTES).with(CONFIG).build();

    @TempDir
    Path folder;

    @Test
    void plantedSecrets_throughEveryApi_areFoundNowhere() throws Exception {
        List<Secret> secrets = Secrets.plant(PLANTED, 42);
        StringBuilder seen = new StringBuilder();
        try (SentryReceiver sentry = new SentryReceiver();
                PostHogReceiver postHog = new PostHogReceiver();
                SegmentReceiver segment = new SegmentReceiver();
                OtlpReceiver otlp = new OtlpReceiver()) {
            Candor tool = tool(sentry, postHog, segment, otlp);
            try (Telemetry telemetry = tool.open()) {
                for (int i = 0; i < secrets.size(); i++) {
                    plant(telemetry, i, secrets.get(i).text());
                }
            }
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
        }

        assertThat(seen).contains("<email>");
        assertThat(found(secrets, seen.toString())).isEmpty();
    }

    @Test
    void found_secretLeftAsItIs_isFound() {
        List<Secret> secrets = Secrets.plant(40, 1);
        StringBuilder seen = new StringBuilder();
        secrets.forEach(secret -> seen.append(secret.text().replace("\\", "\\\\")));

        assertThat(found(secrets, seen.toString())).hasSize(40);
    }

    private static void plant(Telemetry telemetry, int turn, String text) throws InterruptedException {
        switch (turn / 40 % 10) {
            case 0 -> telemetry.event(DONE).with(NOTE, text).record();
            case 1 ->
                telemetry.event(DONE).with(NOTES, List.of(text, "x " + text)).record();
            case 2 ->
                telemetry
                        .event(DONE)
                        .with(CONFIG, Map.of("a", Map.of("b", List.of(text)), text, 1))
                        .record();
            case 3 -> telemetry.errors().record(new IllegalStateException(text));
            case 4 -> telemetry.errors().record(nested(text));
            case 5 -> telemetry.errors().breadcrumb(text, text);
            case 6 -> onThread(text, () -> telemetry.errors().record(new IOException("x")));
            case 7 -> span(telemetry, text);
            case 8 -> telemetry.logs().log(Severity.ERROR, text, text, new IOException(text), Map.of(text, text));
            default ->
                telemetry.metrics().counter(text, text).labelled(text, text).add(1);
        }
    }

    private static Exception nested(String text) {
        Exception outer = new IllegalStateException("outer", new IOException(text));
        outer.addSuppressed(new IllegalArgumentException(text, new IOException(text)));
        return outer;
    }

    private static void span(Telemetry telemetry, String text) {
        try (Span span = telemetry.trace(text)) {
            span.set("note", text).set(text, 1).input(text).output(text).fail(new IOException(text));
            telemetry.errors().record(new IllegalStateException("x"));
        }
    }

    private static void onThread(String name, Runnable task) throws InterruptedException {
        Thread thread = new Thread(task, name);
        thread.start();
        thread.join();
    }

    /** The secrets that are in {@code seen}, as they are or as JSON writes them: one pass, which looks up each eight characters. */
    private static List<String> found(List<Secret> secrets, String seen) {
        Map<Long, List<Needle>> byEnd = new HashMap<>();
        for (Secret secret : secrets) {
            for (String form : Set.copyOf(List.of(secret.value(), secret.value().replace("\\", "\\\\")))) {
                byEnd.computeIfAbsent(end(form), key -> new ArrayList<>()).add(new Needle(form, secret));
            }
        }
        Set<String> found = new TreeSet<>();
        long last = 0;
        for (int i = 0; i < seen.length(); i++) {
            last = last << 8 | seen.charAt(i) & 0xFF;
            for (Needle needle : byEnd.getOrDefault(last, List.of())) {
                if (seen.startsWith(needle.form(), i + 1 - needle.form().length())) {
                    found.add(needle.secret().kind() + ": " + needle.secret().text());
                }
            }
        }
        return List.copyOf(found);
    }

    private static long end(String text) {
        long last = 0;
        for (int i = text.length() - 8; i < text.length(); i++) {
            last = last << 8 | text.charAt(i) & 0xFF;
        }
        return last;
    }

    private record Needle(String form, Secret secret) {}

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
        Surroundings surroundings = Surroundings.builder()
                .environment(Map.of(
                        "CANARY_ENABLE_TELEMETRY", "1",
                        "RUNTIME__SENTRY_DSN", sentry.dsn(),
                        "RUNTIME__OTLP_ENDPOINT", otlp.uri().toString()))
                .home(Files.createDirectories(folder.resolve("home")))
                .workingDirectory(Files.createDirectories(folder.resolve("work")))
                .build();
        return Candor.tool("canary", "1.0.0")
                .mode(Mode.COMMAND)
                .events(DONE)
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
}
