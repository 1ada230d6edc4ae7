package dev.candor.telemetry.segment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.candor.telemetry.Audience;
import dev.candor.telemetry.spi.Backend;
import dev.candor.telemetry.spi.BackendContext;
import dev.candor.telemetry.spi.Header;
import dev.candor.telemetry.spi.Payload;
import dev.candor.telemetry.spi.Receipts;
import dev.candor.telemetry.spi.Resource;
import dev.candor.telemetry.spi.SettingValue;
import dev.candor.telemetry.spi.Signal;
import dev.candor.telemetry.spi.Trace;
import dev.candor.telemetry.spi.UsageEvent;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is in a message, field by field. */
class SegmentPayloadTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The first message that dlt documents, with {@code java} for {@code python}. */
    @Test
    void preview_commandInit_isTheDocumentedMessage() throws Exception {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("destination_name", "bigquery");
        properties.put("elapsed", 3.1720383167266846);
        properties.put("event_category", "command");
        properties.put("event_name", "init");
        properties.put("pipeline_name", "pipedrive");
        properties.put("success", true);
        Resource place = place("0.2.0a25", "Linux", "4.19.128-microsoft-standard", 8);

        JsonNode message = documented("933dd165453d196a58adaf49444e9b4c", place, "command_init", properties);

        assertThat(message).isEqualTo(JSON.readTree("""
                {"anonymousId":"933dd165453d196a58adaf49444e9b4c",
                 "context":{"ci_run":false,"cpu":8,"exec_info":[],"library":{"name":"java-loader","version":"0.2.0a25"},
                  "os":{"name":"Linux","version":"4.19.128-microsoft-standard"},"java":"17.0.15"},
                 "event":"command_init",
                 "properties":{"destination_name":"bigquery","elapsed":3.1720383167266846,"event_category":"command","event_name":"init",
                  "pipeline_name":"pipedrive","success":true}}
                """));
    }

    /** The second one. */
    @Test
    void preview_pipelineLoad_isTheDocumentedMessage() throws Exception {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("destination_name", "duckdb");
        properties.put("elapsed", 2.234885);
        properties.put("event_category", "pipeline");
        properties.put("event_name", "load");
        properties.put("success", true);
        properties.put("transaction_id", "39c3b69c858836c36b9b7c6e046eb391");
        Resource place = place("0.2.0a26", "Darwin", "21.6.0", 3);

        JsonNode message = documented("570816b273a41d16caacc26a797204d9", place, "pipeline_load", properties);

        assertThat(message).isEqualTo(JSON.readTree("""
                {"anonymousId":"570816b273a41d16caacc26a797204d9",
                 "context":{"ci_run":false,"cpu":3,"exec_info":[],"library":{"name":"java-loader","version":"0.2.0a26"},
                  "os":{"name":"Darwin","version":"21.6.0"},"java":"17.0.15"},
                 "event":"pipeline_load",
                 "properties":{"destination_name":"duckdb","elapsed":2.234885,"event_category":"pipeline","event_name":"load","success":true,
                  "transaction_id":"39c3b69c858836c36b9b7c6e046eb391"}}
                """));
    }

    @Test
    void preview_anySignal_hasWhatSegmentNeedsAndNoAddress() throws Exception {
        for (Signal signal : List.of(Samples.usage(1), Samples.error(2), Samples.trace(3))) {
            JsonNode message = message(signal);

            assertThat(names(message))
                    .containsExactlyInAnyOrder(
                            "type",
                            "messageId",
                            "timestamp",
                            "context",
                            "anonymousId",
                            "integrations",
                            "event",
                            "properties");
            assertThat(message.get("type").asText()).isEqualTo("track");
            assertThat(message.get("messageId").asText())
                    .isEqualTo(signal.header().id().toString());
            assertThat(message.get("timestamp").asText()).isEqualTo("2026-05-04T03:02:01.123Z");
            assertThat(message.get("integrations")).isEmpty();
            assertThat(names(message.get("context")))
                    .containsExactlyInAnyOrder(
                            "gpus", "environment", "ci_run", "cpu", "exec_info", "library", "os", "java");
        }
    }

    @Test
    void preview_batch_hasKeyInBodyAndInBasicAuthAndNoInstance() throws Exception {
        Payload post = backend().preview(Samples.usages(2)).get(0);

        JsonNode batch = JSON.readTree(post.body());
        assertThat(names(batch)).containsExactlyInAnyOrder("batch", "sentAt", "context", "writeKey");
        assertThat(batch.get("writeKey").asText()).isEqualTo("wk");
        assertThat(batch.get("sentAt").asText()).isEqualTo("2026-05-04T03:02:06.123Z");
        assertThat(batch.get("context"))
                .isEqualTo(
                        JSON.readTree("{\"library\":{\"name\":\"candor\",\"version\":\"" + Version.CURRENT + "\"}}"));
        assertThat(batch.get("batch")).hasSize(2);
        assertThat(post.url()).isEqualTo("https://api.segment.io/v1/import/");
        assertThat(post.headers().toString())
                .contains("Authorization")
                .doesNotContain(Base64.getEncoder().encodeToString("wk:".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void preview_sameSignalsTwice_isTheSameToTheByte() throws Exception {
        List<Signal> signals = List.of(Samples.usage(1), Samples.error(2), Samples.trace(3));
        Backend backend = backend();

        assertThat(backend.preview(signals)).isEqualTo(backend.preview(signals));
    }

    @Test
    void preview_trace_isATrackWithElapsed() throws Exception {
        JsonNode message = message(Samples.trace(1));

        assertThat(message.get("event").asText()).isEqualTo("pipeline.run");
        assertThat(message.get("properties")).isEqualTo(JSON.readTree("""
                {"trace_id":"0af7651916cd43dd8448eb211c80319c","elapsed":2.5,"success":false,"failure":"IOException","destination":"duckdb",
                 "steps":[{"name":"extract","elapsed":0.5,"success":true}]}
                """));
    }

    @Test
    void preview_traceTooLargeForAMessage_isCutUntilItFits() throws Exception {
        List<Trace.Span> spans = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            spans.add(new Trace.Span(
                    "00f067aa0ba902b7",
                    "b7ad6b7169203331",
                    "step " + i,
                    Samples.TIME,
                    Samples.TIME,
                    false,
                    "",
                    Map.of()));
        }

        JsonNode properties = message(new Trace(Samples.header(1), "0af7651916cd43dd8448eb211c80319c", spans))
                .get("properties");

        assertThat(properties.get("steps")).hasSize(50);
        assertThat(properties.get("steps_left_out").asInt()).isEqualTo(949);
    }

    @Test
    void preview_numberThatJsonDoesNotKnow_isLeftOutAndTheRestStays() throws Exception {
        Map<String, Object> attributes =
                Map.of("loss", Double.NaN, "rate", Double.POSITIVE_INFINITY, "step", 7L, "share", 0.5);

        assertThat(message(new UsageEvent(Samples.header(1), "e", attributes)).get("properties"))
                .isEqualTo(JSON.readTree("{\"step\":7,\"share\":0.5}"));
    }

    @Test
    void preview_noDistinctId_isTheEventsOwnId() throws Exception {
        Header nobody = new Header(Samples.id(1), Samples.TIME, "", Samples.resource());

        assertThat(message(new UsageEvent(nobody, "e", Map.of()))
                        .get("anonymousId")
                        .asText())
                .isEqualTo("019a0000000070008000000000000001");
    }

    @Test
    void preview_manyMessages_areWithinSegmentsLimits() throws Exception {
        List<Signal> signals = new ArrayList<>(Samples.usages(600));
        for (int i = 0; i < 40; i++) {
            signals.add(Samples.usage(Samples.header(1000 + i), Map.of("text", "ä".repeat(15_000))));
        }

        List<Payload> posts = backend().preview(signals);

        int messages = 0;
        for (Payload post : posts) {
            assertThat(post.body().length).isLessThanOrEqualTo(500 * 1024);
            int size = JSON.readTree(post.body()).get("batch").size();
            assertThat(size).isBetween(1, 250);
            messages += size;
        }
        assertThat(messages).isEqualTo(640);
    }

    private static JsonNode documented(String id, Resource place, String event, Map<String, Object> properties)
            throws Exception {
        JsonNode message =
                message(new UsageEvent(new Header(Samples.id(1), Samples.TIME, id, place), event, properties));
        return ((ObjectNode) message).remove(List.of("type", "messageId", "timestamp", "integrations"));
    }

    private static Resource place(String version, String os, String osVersion, int cpus) {
        return new Resource(
                "java-loader",
                version,
                "",
                os,
                osVersion,
                "amd64",
                "17.0.15",
                "Eclipse Adoptium",
                cpus,
                0,
                false,
                "",
                List.of(),
                Map.of());
    }

    static JsonNode message(Signal signal) throws Exception {
        List<Payload> posts = backend().preview(List.of(signal));
        assertThat(posts).hasSize(1);
        return JSON.readTree(posts.get(0).body()).get("batch").get(0);
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    static Backend backend() throws Exception {
        BackendContext context = new BackendContext(
                "loader",
                "1.4.0",
                Audience.MAINTAINER,
                Map.of("write_key", new SettingValue("runtime.segment_write_key", "wk", "code")),
                Receipts.none());
        return new SegmentBackend(
                SegmentSettings.of(context),
                context.receipts(),
                Clock.fixed(Samples.TIME.plusSeconds(5), ZoneOffset.UTC));
    }
}
