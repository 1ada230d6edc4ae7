package dev.candor.telemetry.sentry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.candor.telemetry.spi.Payload;
import dev.candor.telemetry.spi.Signal;
import dev.candor.telemetry.testkit.ReceivedRequest;
import dev.candor.telemetry.testkit.SentryItem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a receiver that knows the format of Sentry finds in traces, log records and around them, field by field. */
class SentryMappingTest extends SentryMapping {
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
}
