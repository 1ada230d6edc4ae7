package dev.candor.telemetry.sentry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.candor.telemetry.spi.Backend;
import dev.candor.telemetry.spi.DeliveryResult;
import dev.candor.telemetry.spi.ErrorReport.Frame;
import dev.candor.telemetry.spi.ErrorReport.Thrown;
import dev.candor.telemetry.spi.Payload;
import dev.candor.telemetry.spi.Signal;
import dev.candor.telemetry.testkit.ReceivedRequest;
import dev.candor.telemetry.testkit.SentryItem;
import dev.candor.telemetry.testkit.SentryReceiver;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a receiver that knows Sentry's format finds in what is sent, field by field. */
class SentryMappingTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SentryReceiver receiver = new SentryReceiver();
    private Backend backend;

    @BeforeEach
    void open() throws Exception {
        backend = new SentryBackendProvider().open(Samples.context(Map.of("dsn", receiver.dsn())));
    }

    @AfterEach
    void close() {
        backend.close();
        receiver.close();
    }

    private SentryItem sent(Signal signal) {
        DeliveryResult result = backend.export(List.of(signal));

        assertThat(receiver.refusals()).isEmpty();
        assertThat(result).isEqualTo(new DeliveryResult.Delivered(1));
        return receiver.received().get(receiver.received().size() - 1);
    }

    @Test
    void error_rich_hasIdTimeLevelAndOperation() throws Exception {
        SentryItem item = sent(Samples.richError(1));

        assertThat(item.kind()).isEqualTo("event");
        assertThat(item.id()).isEqualTo(Samples.hex(1));
        assertThat(item.payload().path("timestamp").asText()).isEqualTo("2026-01-02T03:04:05.678Z");
        assertThat(item.payload().path("level").asText()).isEqualTo("error");
        assertThat(item.payload().path("transaction").asText()).isEqualTo("load");
        assertThat(item.payload().path("platform").asText()).isEqualTo("java");
        assertThat(item.payload().path("release").asText()).isEqualTo("loader@1.4.0");
        assertThat(item.payload().path("environment").asText()).isEqualTo("staging");
        assertThat(item.payload().path("contexts").path("trace"))
                .isEqualTo(
                        JSON.readTree("{\"trace_id\":\"" + Samples.TRACE + "\",\"span_id\":\"" + Samples.SPAN + "\"}"));
    }

    @Test
    void error_unhandled_isFatalAndNotHandled() {
        SentryItem item = sent(Samples.error(1));

        JsonNode last = item.payload().path("exception").path("values").path(0);
        assertThat(item.payload().path("level").asText()).isEqualTo("fatal");
        assertThat(last.path("mechanism").path("handled").isBoolean()).isTrue();
        assertThat(last.path("mechanism").path("handled").asBoolean()).isFalse();
        assertThat(last.has("value")).isFalse();
        assertThat(last.has("thread_id")).isFalse();
        assertThat(item.payload().has("threads")).isFalse();
    }

    @Test
    void error_chain_isListedCausesFirstWithParents() {
        SentryItem item = sent(Samples.richError(1));

        List<String> lines = new ArrayList<>();
        for (JsonNode value : item.payload().path("exception").path("values")) {
            JsonNode mechanism = value.path("mechanism");
            lines.add(value.path("module").asText() + " " + value.path("type").asText() + " "
                    + mechanism.path("type").asText() + " "
                    + mechanism.path("exception_id").asText() + " "
                    + mechanism.path("parent_id").asText());
        }
        assertThat(lines)
                .containsExactly(
                        "java.lang Error suppressed 2 0",
                        "java.io IOException chained 1 0",
                        "com.acme Loader$Broken generic 0 ");
        assertThat(item.payload()
                        .path("exception")
                        .path("values")
                        .path(2)
                        .path("value")
                        .asText())
                .isEqualTo("no table <path>");
    }

    @Test
    void error_frameThatIsNamedButNotOwned_isNotInApp() throws Exception {
        Frame theirs = new Frame("java.util.List", "of", "List.java", 5, 1, false);
        Thrown thrown = new Thrown("Broken", "", -1, false, List.of(Samples.OWNED, theirs));

        JsonNode frames = sent(Samples.error(1, List.of(thrown))).payload().at("/exception/values/0/stacktrace/frames");

        assertThat(frames.findValuesAsText("in_app")).containsExactly("false", "true");
        assertThat(frames.findValuesAsText("function")).containsExactly("of", "load");
    }

    @Test
    void error_frames_areOutermostFirstInAppByOwnershipWithRunsCounted() throws Exception {
        SentryItem item = sent(Samples.error(1));

        assertThat(item.payload().path("exception").path("values").path(0).path("stacktrace"))
                .isEqualTo(JSON.readTree("""
                    {"frames": [
                      {"module": "com.acme.Main", "function": "main", "in_app": true},
                      {"function": "[external]", "in_app": false, "vars": {"calls": 7}},
                      {"module": "com.acme.Loader", "function": "load", "filename": "Loader.java", "lineno": 42, "in_app": true}
                    ]}
                    """));
    }

    @Test
    void error_classWithoutPackage_hasNoModule() {
        Thrown thrown = new Thrown("Broken", "", -1, false, List.of(new Frame("Main", "main", "Main.java", 1, 1)));

        SentryItem item = sent(Samples.error(1, List.of(thrown)));

        JsonNode value = item.payload().path("exception").path("values").path(0);
        assertThat(value.path("type").asText()).isEqualTo("Broken");
        assertThat(value.has("module")).isFalse();
    }

    @Test
    void error_tags_holdWhatSentrySearchesAndTheToolContextTheRest() throws Exception {
        SentryItem item = sent(Samples.richError(1));

        assertThat(item.payload().path("tags")).isEqualTo(JSON.readTree("""
                {"pipeline": "pokemon", "thread.kind": "pool", "operation": "load", "ci": "true", "ci.name": "GitHub Actions",
                 "exec": "docker,kubernetes", "workspace": "w1", "commit": "abc123"}
                """));
        assertThat(item.payload().path("contexts").path("tool"))
                .isEqualTo(JSON.readTree("""
                {"config": {"a": 1}, "gpus": ["A100"], "long": "%s"}
                """.formatted("x".repeat(201))));
    }

    @Test
    void error_contexts_nameSystemRuntimeAndAppAndNothingElse() throws Exception {
        SentryItem item = sent(Samples.error(1));

        assertThat(item.payload().path("contexts")).isEqualTo(JSON.readTree("""
                {"app": {"app_name": "loader", "app_version": "1.4.0"}, "device": {"processor_count": 4},
                 "os": {"name": "Linux", "version": "6.1.0"}, "runtime": {"name": "Eclipse Adoptium", "version": "17.0.15"},
                 "tool": {"gpus": ["A100"]}}
                """));
        assertThat(fieldNames(item.payload()))
                .containsExactlyInAnyOrder(
                        "timestamp",
                        "exception",
                        "level",
                        "event_id",
                        "contexts",
                        "sdk",
                        "tags",
                        "release",
                        "environment",
                        "platform");
    }

    @Test
    void error_breadcrumbs_areOldestFirst() throws Exception {
        SentryItem item = sent(Samples.richError(1));

        assertThat(item.payload().path("breadcrumbs")).isEqualTo(JSON.readTree("""
                [{"timestamp": "2026-01-02T03:04:03.678Z", "category": "usage", "message": "command_init", "level": "info", "data": {}},
                 {"timestamp": "2026-01-02T03:04:04.678Z", "category": "step", "message": "extract", "level": "info", "data": {}}]
                """));
    }

    @Test
    void error_threads_listTheFailingOneFirst() throws Exception {
        SentryItem item = sent(Samples.richError(1));

        assertThat(item.payload().path("threads").path("values")).isEqualTo(JSON.readTree("""
                [{"id": 0, "name": "pool", "main": false, "current": true, "crashed": false},
                 {"id": 1, "name": "main", "main": true, "current": false, "crashed": false, "stacktrace": {"snapshot": true, "frames":
                   [{"module": "com.acme.Main", "function": "main", "in_app": true}]}}]
                """));
        assertThat(item.payload().path("exception").path("values").findValuesAsText("thread_id"))
                .containsExactly("0", "0", "0");
    }

    @Test
    void sdk_always_namesTheClientAndForbidsTheAddress() throws Exception {
        SentryItem item = sent(Samples.error(1));

        JsonNode expected = JSON.readTree(
                "{\"name\":\"sentry.java\",\"version\":\"8.62.0\",\"settings\":{\"infer_ip\":\"never\"}}");
        assertThat(item.payload().path("sdk")).isEqualTo(expected);
        assertThat(item.envelope().path("sdk")).isEqualTo(expected);
        assertThat(item.envelope().path("sent_at").asText()).endsWith("Z");
    }

    @Test
    void trace_ofTwoSpans_isATransactionWithStatusAndData() throws Exception {
        SentryItem item = sent(Samples.trace(2));

        assertThat(item.kind()).isEqualTo("transaction");
        assertThat(item.id()).isEqualTo(Samples.hex(2));
        assertThat(item.name()).isEqualTo("pipeline.run");
        assertThat(item.payload().path("start_timestamp").decimalValue()).isEqualByComparingTo("1767323045.678901");
        assertThat(item.payload().path("timestamp").decimalValue()).isEqualByComparingTo("1767323048.5");
        assertThat(item.payload().path("contexts").path("trace"))
                .isEqualTo(JSON.readTree("""
                {"trace_id": "%s", "span_id": "%s", "parent_span_id": "00f067aa0ba902b7", "op": "task", "status": "internal_error",
                 "origin": "manual", "data": {"input": "pokemon", "rows": 3, "rate": "NaN", "error": "java.io.IOException: <redacted>"}}
                """.formatted(Samples.TRACE, Samples.SPAN)));
    }

    @Test
    void trace_innerSpan_hasParentNameAndStatus() {
        SentryItem item = sent(Samples.trace(2));

        assertThat(item.payload().path("spans")).hasSize(1);
        JsonNode span = item.payload().path("spans").path(0);
        assertThat(span.path("trace_id").asText()).isEqualTo(Samples.TRACE);
        assertThat(span.path("span_id").asText()).isEqualTo("b7ad6b7169203332");
        assertThat(span.path("parent_span_id").asText()).isEqualTo(Samples.SPAN);
        assertThat(span.path("op").asText()).isEqualTo("function");
        assertThat(span.path("description").asText()).isEqualTo("extract");
        assertThat(span.path("status").asText()).isEqualTo("ok");
        assertThat(span.path("start_timestamp").decimalValue()).isEqualByComparingTo("1767323046.678");
        assertThat(span.path("timestamp").decimalValue()).isEqualByComparingTo("1767323047.678");
        assertThat(span.path("data").toString()).isEqualTo("{\"output\":[\"a\",\"b\"]}");
    }

    @Test
    void log_withErrorInATrace_isALogItemWithTypedAttributes() throws Exception {
        SentryItem item = sent(Samples.log(3));

        assertThat(item.kind()).isEqualTo("log");
        assertThat(item.name()).isEqualTo("slow");
        assertThat(item.payload().path("level").asText()).isEqualTo("warn");
        assertThat(item.payload().path("severity_number").asInt()).isEqualTo(13);
        assertThat(item.payload().path("trace_id").asText()).isEqualTo(Samples.TRACE);
        assertThat(item.payload().path("span_id").asText()).isEqualTo(Samples.SPAN);
        assertThat(item.payload().path("timestamp").decimalValue()).isEqualByComparingTo("1767323045.678");
        assertThat(item.payload().path("attributes")).isEqualTo(JSON.readTree("""
                {"rows": {"type": "integer", "value": 3}, "ratio": {"type": "double", "value": 0.5},
                 "ok": {"type": "boolean", "value": true}, "table": {"type": "string", "value": "pokemon"},
                 "event.id": {"type": "string", "value": "%s"}, "logger.name": {"type": "string", "value": "com.acme.Loader"},
                 "exception.type": {"type": "string", "value": "java.io.IOException"},
                 "exception.message": {"type": "string", "value": "refused"},
                 "sentry.release": {"type": "string", "value": "loader@1.4.0"},
                 "sentry.environment": {"type": "string", "value": "staging"},
                 "sentry.sdk.name": {"type": "string", "value": "sentry.java"},
                 "sentry.sdk.version": {"type": "string", "value": "8.62.0"},
                 "os.name": {"type": "string", "value": "Linux"}, "os.version": {"type": "string", "value": "6.1.0"}}
                """.formatted(Samples.hex(3))));
    }

    @Test
    void log_outsideAnyTrace_hasATraceOfItsOwn() {
        SentryItem item = sent(Samples.bareLog(4));

        assertThat(item.payload().path("trace_id").asText()).isEqualTo(Samples.hex(4));
        assertThat(item.payload().has("span_id")).isFalse();
    }

    @Test
    void settings_environmentAndRelease_takeThePlaceOfTheTools() throws Exception {
        backend.close();
        backend = new SentryBackendProvider()
                .open(Samples.context(Map.of("dsn", receiver.dsn(), "environment", "mine", "release", "mine@2")));

        SentryItem item = sent(Samples.error(1));

        assertThat(item.payload().path("release").asText()).isEqualTo("mine@2");
        assertThat(item.payload().path("environment").asText()).isEqualTo("mine");
    }

    @Test
    void request_always_authenticatesAndIsCompressed() {
        sent(Samples.richError(1));

        ReceivedRequest request = receiver.requests().get(0);
        assertThat(request.path()).isEqualTo("/api/42/envelope/");
        assertThat(request.header("x-sentry-auth"))
                .hasValue("Sentry sentry_version=7,sentry_client=sentry.java/8.62.0,sentry_key=public");
        assertThat(request.header("content-encoding")).hasValue("gzip");
        assertThat(request.header("user-agent")).hasValue("sentry.java/8.62.0");
    }

    @Test
    void preview_ofEachKind_showsWhatExportPosts() {
        List<Signal> batch = List.of(Samples.richError(1), Samples.trace(2), Samples.log(3), Samples.bareLog(4));

        List<Payload> previewed = backend.preview(batch);
        for (int from = 0; from < batch.size(); ) {
            from += backend.export(batch.subList(from, batch.size())).count();
        }

        assertThat(receiver.refusals()).isEmpty();
        assertThat(receiver.requests().stream()
                        .map(request -> withoutTime(request.body()))
                        .toList())
                .containsExactlyInAnyOrderElementsOf(previewed.stream()
                        .map(payload -> withoutTime(payload.body()))
                        .toList());
        assertThat(previewed).allSatisfy(payload -> {
            assertThat(payload.headers()).containsEntry("X-Sentry-Auth", "***");
            assertThat(payload.url()).isEqualTo(receiver.uri() + "/api/42/envelope/");
        });
    }

    private static String withoutTime(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        return text.replaceAll("\"sent_at\":\"[^\"]*\"", "");
    }

    private static List<String> fieldNames(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
