package dev.candor.telemetry.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each receiver takes one good request, and refuses it after any one change that its vendor would not take. */
class StrictnessTest {
    private static final String ID = "0123456789abcdef0123456789abcdef";

    private static final String CAPTURE =
            "{\"api_key\":\"k\",\"sent_at\":\"2026-01-02T03:04:05Z\",\"batch\":[{\"uuid\":\""
                    + ReceiverTest.UUID_1
                    + "\",\"event\":\"e\",\"distinct_id\":\"d\",\"timestamp\":\"2026-01-02T03:04:05Z\",\"properties\":{\"a\":1}}]}";

    private static final String TRACK =
            "{\"batch\":[{\"type\":\"track\",\"messageId\":\"m\",\"timestamp\":\"2026-01-02T03:04:05Z\","
                    + "\"anonymousId\":\"a\",\"event\":\"e\",\"properties\":{}}],\"sentAt\":\"2026-01-02T03:04:05Z\",\"writeKey\":\"wk\"}";

    private static final String EVENT = "{\"event_id\":\"" + ID
            + "\",\"timestamp\":\"2026-01-02T03:04:05.678Z\",\"platform\":\"java\",\"level\":\"error\","
            + "\"exception\":{\"values\":[{\"type\":\"T\",\"stacktrace\":{\"frames\":[{}]}}]}}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"api_key\":\"k\"|\"api_key\":\"\"",
                "\"api_key\":\"k\"|\"token\":\"k\"",
                "\"batch\":[{|\"batch\":[],\"x\":[{",
                "\"event\":\"e\"|\"event\":\"\"",
                "\"event\":\"e\"|\"event\":7",
                "\"distinct_id\":\"d\"|\"distinct_id\":\" \"",
                "\"distinct_id\":\"d\"|\"distinctId\":\"d\"",
                "0000-7000-8000|0000-0000-8000",
                "\"timestamp\":\"2026-01-02T03:04:05Z\"|\"timestamp\":\"2026-01-02 03:04\"",
                "\"properties\":{\"a\":1}|\"properties\":{\"a\":1,\"a\":2}",
                "\"properties\":{\"a\":1}|\"properties\":{\"a\":NaN}",
                "\"properties\":{\"a\":1}|\"properties\":[]",
                "}]}|}]} x",
                "}]}|}]"
            })
    void postHog_oneChange_isRefused(String from, String to) throws Exception {
        try (PostHogReceiver receiver = new PostHogReceiver()) {
            Map<String, String> json = Map.of("Content-Type", "application/json");

            assertThat(ReceiverTest.post(receiver.uri().resolve("/batch"), json, CAPTURE))
                    .isEqualTo(200);
            assertThat(CAPTURE).contains(from);
            assertThat(ReceiverTest.post(receiver.uri().resolve("/batch"), json, CAPTURE.replace(from, to)))
                    .isEqualTo(400);
            assertThat(ReceiverTest.post(receiver.uri().resolve("/capture"), json, CAPTURE))
                    .isEqualTo(400);
            assertThat(receiver.received())
                    .singleElement()
                    .extracting(PostHogCapture::id)
                    .isEqualTo(ReceiverTest.UUID_1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"writeKey\":\"wk\"|\"writeKey\":\"other\"",
                "\"type\":\"track\"|\"type\":\"event\"",
                "\"messageId\":\"m\"|\"id\":\"m\"",
                "\"anonymousId\":\"a\",|",
                "\"event\":\"e\",|",
                "\"properties\":{}|\"x\":{}",
                "\"timestamp\":\"2026-01-02T03:04:05Z\"|\"timestamp\":\"yesterday\"",
                "\"sentAt\":\"2026-01-02T03:04:05Z\",|",
                "\"batch\":[{|\"messages\":[{"
            })
    void segment_oneChange_isRefused(String from, String to) throws Exception {
        try (SegmentReceiver receiver = new SegmentReceiver()) {
            Map<String, String> headers = Map.of("Content-Type", "application/json", "Authorization", "Basic d2s6");
            String changed = TRACK.replace(from, to == null ? "" : to);

            assertThat(ReceiverTest.post(receiver.uri().resolve("/v1/import/"), headers, TRACK))
                    .isEqualTo(200);
            assertThat(changed).isNotEqualTo(TRACK);
            assertThat(ReceiverTest.post(receiver.uri().resolve("/v1/import/"), headers, changed))
                    .isEqualTo(400);
            assertThat(receiver.received())
                    .singleElement()
                    .extracting(SegmentMessage::id)
                    .isEqualTo("m");
        }
    }

    @Test
    void segment_largerThanItsCaps_isRefused() throws Exception {
        try (SegmentReceiver receiver = new SegmentReceiver()) {
            Map<String, String> headers = Map.of("Content-Type", "application/json", "Authorization", "Basic d2s6");
            String large = TRACK.replace("\"properties\":{}", "\"properties\":{\"a\":\"" + "x".repeat(33_000) + "\"}");

            assertThat(ReceiverTest.post(receiver.uri().resolve("/v1/import/"), headers, large))
                    .isEqualTo(400);
            assertThat(ReceiverTest.post(receiver.uri().resolve("/v1/import/"), headers, " ".repeat(513_000) + TRACK))
                    .isEqualTo(400);
        }
    }

    private static final Map<String, String> SENTRY = Map.of(
            "Content-Type",
            "application/x-sentry-envelope",
            "X-Sentry-Auth",
            "Sentry sentry_version=7,sentry_client=x/1,sentry_key=public");

    private static String envelope(String event) {
        return "{\"event_id\":\"" + ID + "\"}\n{\"type\":\"event\",\"length\":" + event.length() + "}\n" + event + "\n";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "0123456789abcdef\",\"timestamp|0123456789ABCDEF\",\"timestamp",
                "\"event_id\":\"0|\"event_id\":\"1",
                "\"level\":\"error\"|\"level\":\"bad\"",
                "\"platform\":\"java\",|",
                "\"type\":\"T\"|\"type\":\"\"",
                "\"frames\":[{}]|\"frames\":[]",
                "\"timestamp\":|\"time\":"
            })
    void sentry_oneChangeOfTheEvent_isRefused(String from, String to) throws Exception {
        try (SentryReceiver receiver = new SentryReceiver()) {
            URIs uris = new URIs(receiver);
            String changed = EVENT.replace(from, to == null ? "" : to);

            assertThat(ReceiverTest.post(uris.envelope(), SENTRY, envelope(EVENT)))
                    .isEqualTo(200);
            assertThat(changed).isNotEqualTo(EVENT);
            assertThat(ReceiverTest.post(uris.envelope(), SENTRY, envelope(changed)))
                    .isEqualTo(400);
            assertThat(receiver.received())
                    .singleElement()
                    .extracting(SentryItem::id)
                    .isEqualTo(ID);
        }
    }

    private record URIs(Receiver<?> receiver) {
        URI envelope() {
            return receiver.uri().resolve("/api/42/envelope/");
        }
    }

    @Test
    void sentry_lengthsPathsAndTypes_areChecked() throws Exception {
        try (SentryReceiver receiver = new SentryReceiver()) {
            URI to = new URIs(receiver).envelope();
            String good = envelope(EVENT);
            String length = "\"length\":" + EVENT.length();

            assertThat(ReceiverTest.post(to, SENTRY, good.replace(length, "\"length\":" + (EVENT.length() - 1))))
                    .isEqualTo(400);
            assertThat(ReceiverTest.post(to, SENTRY, good.replace(length, "\"length\":" + (EVENT.length() + 9))))
                    .isEqualTo(400);
            assertThat(ReceiverTest.post(to, SENTRY, good.replace(length, "\"length\":-1")))
                    .isEqualTo(400);
            assertThat(ReceiverTest.post(to, SENTRY, good.replace("\"type\":\"event\"", "\"type\":\"session\"")))
                    .isEqualTo(400);
            assertThat(ReceiverTest.post(to, SENTRY, good + good.substring(good.indexOf('\n') + 1)))
                    .isEqualTo(400);
            assertThat(ReceiverTest.post(to, SENTRY, "{}\n")).isEqualTo(400);
            assertThat(ReceiverTest.post(to, Map.of("Content-Type", "application/x-sentry-envelope"), good))
                    .isEqualTo(400);
            assertThat(ReceiverTest.post(receiver.uri().resolve("/api/42/store/"), SENTRY, good))
                    .isEqualTo(400);
            assertThat(receiver.received()).isEmpty();
        }
    }
}
