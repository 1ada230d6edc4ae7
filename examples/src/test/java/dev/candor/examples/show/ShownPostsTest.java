package dev.candor.examples.show;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Attribute;
import dev.candor.telemetry.Delivery;
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
import dev.candor.telemetry.testkit.ReceivedRequest;
import dev.candor.telemetry.testkit.Receiver;
import dev.candor.telemetry.testkit.SegmentReceiver;
import dev.candor.telemetry.testkit.SentryReceiver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code telemetry show} shows is what the receivers then get, and what {@code telemetry log} has of it. */
class ShownPostsTest {
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final Attribute<Long> NUMBER = Attribute.wholeNumber("number", 0, 1_000);
    private static final EventType DONE =
            EventType.named("work_done").with(NUMBER).build();
    /** The one thing that is allowed to differ. */
    private static final String TIME_OF_SENDING = "\"(sentAt|sent_at)\":\"[^\"]*\"";

    @TempDir
    Path folder;

    @Test
    void show_thenFlush_fourBackendsPostTheSameBytes() throws Exception {
        try (SentryReceiver sentry = new SentryReceiver();
                PostHogReceiver postHog = new PostHogReceiver();
                SegmentReceiver segment = new SegmentReceiver();
                OtlpReceiver otlp = new OtlpReceiver()) {
            Map<String, Receiver<?>> receivers =
                    Map.of("sentry", sentry, "posthog", postHog, "segment", segment, "otlp", otlp);
            Candor tool = tool(sentry, postHog, segment, otlp);
            try (Telemetry telemetry = tool.open()) {
                record(telemetry);
            }

            List<Control.Shown> shown = tool.control().show();
            receivers.values().forEach(each -> assertThat(each.requests()).isEmpty());
            Delivery delivery = tool.control().flush(LONG);

            assertThat(shown).hasSize(4);
            assertThat(delivery.complete()).isTrue();
            assertThat(delivery.waiting()).isZero();
            for (Control.Shown each : shown) {
                List<ReceivedRequest> posted =
                        receivers.get(each.destination().split(" ")[0]).requests();
                assertThat(bodies(each.payloads()))
                        .as(each.destination())
                        .containsExactlyInAnyOrderElementsOf(posted(posted));
                assertReceipts(tool.control().log(Integer.MAX_VALUE), each.destination(), posted);
            }
            assertThat(postHog.requests()).as("batches").hasSizeGreaterThan(2);
            assertThat(tool.control().show())
                    .allSatisfy(each -> assertThat(each.payloads()).isEmpty());
        }
    }

    /** More than two batches of events, and something of each other kind. */
    private static void record(Telemetry telemetry) {
        for (long i = 0; i < 600; i++) {
            assertThat(telemetry.event(DONE).with(NUMBER, i).record()).isTrue();
        }
        for (int i = 0; i < 3; i++) {
            telemetry.errors().record(new IllegalStateException("number " + i));
            try (Span span = telemetry.trace("step " + i)) {
                span.set("turn", i);
            }
            telemetry.logs().log(Severity.ERROR, "log", "line " + i, null, Map.of());
        }
        telemetry.metrics().counter("runs", "1").add(3);
    }

    private static void assertReceipts(List<Control.Receipt> log, String destination, List<ReceivedRequest> posted) {
        List<Integer> lengths = new ArrayList<>();
        for (Control.Receipt receipt : log) {
            if (receipt.destination().equals(destination)) {
                assertThat(receipt.answer()).startsWith("200");
                lengths.add(receipt.bytes());
            }
        }
        // In any order: several posts may be on their way at once, and the log has them as they were begun.
        assertThat(lengths)
                .as("lengths of the posts in the log of " + destination)
                .containsExactlyInAnyOrderElementsOf(
                        posted.stream().map(each -> each.body().length).toList());
    }

    private static List<String> bodies(List<Payload> payloads) {
        return payloads.stream().map(each -> text(each.body())).toList();
    }

    private static List<String> posted(List<ReceivedRequest> requests) {
        return requests.stream().map(each -> text(each.body())).toList();
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.ISO_8859_1).replaceAll(TIME_OF_SENDING, "\"$1\":\"\"");
    }

    private Candor tool(SentryReceiver sentry, PostHogReceiver postHog, SegmentReceiver segment, OtlpReceiver otlp)
            throws IOException {
        Surroundings surroundings = Surroundings.builder()
                .environment(Map.of(
                        "SHOWN_ENABLE_TELEMETRY", "1",
                        "RUNTIME__SENTRY_DSN", sentry.dsn(),
                        "RUNTIME__OTLP_ENDPOINT", otlp.uri().toString()))
                .home(Files.createDirectories(folder.resolve("home")))
                .workingDirectory(Files.createDirectories(folder.resolve("work")))
                .build();
        return Candor.tool("shown", "1.0.0")
                .mode(Mode.COMMAND)
                .events(DONE)
                .consent(ConsentRules.forTool("shown", "1.0.0")
                        .section("runtime")
                        .build())
                .errors(ErrorRules.owned("dev.candor.examples.show").build())
                .maintainer(
                        "posthog",
                        Map.of("key", "phc_shown", "host", postHog.uri().toString()),
                        Purpose.USAGE,
                        Purpose.ERRORS)
                .maintainer(
                        "segment",
                        Map.of("write_key", "shown", "endpoint", segment.uri().toString()),
                        Purpose.USAGE,
                        Purpose.ERRORS)
                .surroundings(surroundings)
                .build();
    }
}
