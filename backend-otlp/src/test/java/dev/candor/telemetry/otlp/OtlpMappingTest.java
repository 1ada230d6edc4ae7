package dev.candor.telemetry.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.candor.telemetry.spi.Header;
import dev.candor.telemetry.spi.Payload;
import dev.candor.telemetry.spi.Signal;
import dev.candor.telemetry.spi.UsageEvent;
import dev.candor.telemetry.testkit.OtlpRecord;
import dev.candor.telemetry.testkit.ReceivedRequest;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a receiver that knows OTLP finds in spans, metrics and around them, field by field. */
class OtlpMappingTest extends OtlpMapping {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void trace_ofTwoSpans_keepsIdsTimesStatusAndData() {
        List<OtlpRecord> records = sent(Samples.trace(4, 1));

        Span root = (Span) records.get(0).record();
        Span inner = (Span) records.get(1).record();
        assertThat(hex(root.getTraceId())).isEqualTo(Samples.TRACE);
        assertThat(hex(root.getSpanId())).isEqualTo(Samples.SPAN);
        assertThat(hex(root.getParentSpanId())).isEqualTo("00f067aa0ba902b7");
        assertThat(root.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_INTERNAL);
        assertThat(root.getStartTimeUnixNano()).isEqualTo(Samples.NANOS);
        assertThat(root.getEndTimeUnixNano()).isEqualTo(Samples.NANOS + 3_000_000_000L);
        assertThat(root.getStatus().getCode()).isEqualTo(Status.StatusCode.STATUS_CODE_ERROR);
        assertThat(root.getStatus().getMessage()).isEqualTo("java.io.IOException");
        assertThat(records.get(0).attributes())
                .isEqualTo(Map.of("event.id", Samples.id(4).toString()));
        assertThat(hex(inner.getParentSpanId())).isEqualTo(Samples.SPAN);
        assertThat(inner.getStatus().getCode()).isEqualTo(Status.StatusCode.STATUS_CODE_UNSET);
        assertThat(records.get(1).attributes()).isEqualTo(Map.of("output", "rows", "n", 3L));
    }

    @Test
    void metrics_counter_isAMonotonicDeltaSumWithAPointForEachLabelSet() {
        Metric rows = (Metric) sent(Samples.metrics(5)).get(0).record();

        assertThat(rows.getName()).isEqualTo("rows");
        assertThat(rows.getUnit()).isEqualTo("{row}");
        assertThat(rows.getSum().getIsMonotonic()).isTrue();
        assertThat(rows.getSum().getAggregationTemporality())
                .isEqualTo(AggregationTemporality.AGGREGATION_TEMPORALITY_DELTA);
        NumberDataPoint first = rows.getSum().getDataPoints(0);
        NumberDataPoint second = rows.getSum().getDataPoints(1);
        assertThat(rows.getSum().getDataPointsCount()).isEqualTo(2);
        assertThat(first.getStartTimeUnixNano()).isEqualTo(Samples.NANOS - 60_000_000_000L);
        assertThat(first.getTimeUnixNano()).isEqualTo(Samples.NANOS);
        assertThat(first.getAsInt()).isEqualTo(5);
        assertThat(first.getAttributes(0).getValue().getStringValue()).isEqualTo("a");
        assertThat(second.getAsInt()).isEqualTo(6);
        assertThat(second.getAttributesCount()).isEqualTo(1);
    }

    @Test
    void metrics_gaugeAndHistogram_keepValuesAndBounds() {
        List<OtlpRecord> records = sent(Samples.metrics(5));

        Metric queue = (Metric) records.get(1).record();
        assertThat(queue.getGauge().getDataPoints(0).getAsDouble()).isEqualTo(1.5);
        Metric wait = (Metric) records.get(2).record();
        assertThat(wait.getHistogram().getAggregationTemporality())
                .isEqualTo(AggregationTemporality.AGGREGATION_TEMPORALITY_DELTA);
        HistogramDataPoint point = wait.getHistogram().getDataPoints(0);
        assertThat(point.getCount()).isEqualTo(3);
        assertThat(point.getSum()).isEqualTo(9);
        assertThat(point.getMin()).isEqualTo(0.5);
        assertThat(point.getMax()).isEqualTo(5);
        assertThat(point.getExplicitBoundsList()).containsExactly(1.0, 2.0);
        assertThat(point.getBucketCountsList()).containsExactly(1L, 0L, 2L);
        HistogramDataPoint none =
                ((Metric) records.get(3).record()).getHistogram().getDataPoints(0);
        assertThat(none.getCount()).isZero();
        assertThat(none.hasMin() || none.hasMax()).isFalse();
    }

    @Test
    void resource_always_followsTheConventions() {
        OtlpRecord record = sent(Samples.usage(1)).get(0);

        assertThat(record.resourceAttributes())
                .isEqualTo(Map.ofEntries(
                        Map.entry("service.name", "loader"),
                        Map.entry("service.version", "1.4.0"),
                        Map.entry("deployment.environment.name", "staging"),
                        Map.entry("os.type", "linux"),
                        Map.entry("os.name", "Linux"),
                        Map.entry("os.version", "6.1.0"),
                        Map.entry("host.arch", "amd64"),
                        Map.entry("process.runtime.name", "java"),
                        Map.entry("process.runtime.version", "17.0.15"),
                        Map.entry("process.runtime.description", "Eclipse Adoptium"),
                        Map.entry("telemetry.sdk.name", "candor"),
                        Map.entry("telemetry.sdk.language", "java"),
                        Map.entry("candor.cpu.count", 4L),
                        Map.entry("candor.memory.bytes", 8L << 30),
                        Map.entry("candor.ci", true),
                        Map.entry("candor.ci.name", "GitHub Actions"),
                        Map.entry("candor.exec_info", List.of("docker")),
                        Map.entry("workspace", "w1")));
    }

    @Test
    void resources_thatDiffer_areGroupedInOnePost() {
        Header windows =
                new Header(Samples.id(2), Samples.TIME, "x", Samples.resource("other", "Windows 11", "aarch64"));

        List<OtlpRecord> records =
                sent(Samples.usage(1), new UsageEvent(windows, "a", Map.of()), new UsageEvent(windows, "b", Map.of()));

        assertThat(receiver.requests()).hasSize(1);
        assertThat(records).extracting(OtlpRecord::name).containsExactlyInAnyOrder("pipeline_load", "a", "b");
        OtlpRecord other = records.stream()
                .filter(record -> record.name().equals("b"))
                .findFirst()
                .orElseThrow();
        assertThat(other.resourceAttributes())
                .containsEntry("service.name", "other")
                .containsEntry("os.type", "windows")
                .containsEntry("host.arch", "arm64");
    }

    @Test
    void loggers_thatAlternate_areGroupedInOnePost() {
        sent(Samples.log(1, "a"), Samples.log(2), Samples.log(3, "b"), Samples.log(4), Samples.error(5));

        assertThat(receiver.requests()).hasSize(1);
        assertThat(receiver.received())
                .extracting(OtlpRecord::id)
                .containsExactly(
                        Samples.id(1).toString(),
                        Samples.id(3).toString(),
                        Samples.id(5).toString(),
                        Samples.id(2).toString(),
                        Samples.id(4).toString());
    }

    @Test
    void request_always_isCompressedProtobuf() {
        sent(Samples.error(1));

        ReceivedRequest request = receiver.requests().get(0);
        assertThat(request.path()).isEqualTo("/v1/logs");
        assertThat(request.header("content-type")).hasValue("application/x-protobuf");
        assertThat(request.header("content-encoding")).hasValue("gzip");
        assertThat(request.header("user-agent")).hasValue("OTel-OTLP-Exporter-Java/1.67.0");
    }

    @Test
    void preview_ofEachKind_showsWhatExportPosts() throws Exception {
        List<Signal> batch =
                List.of(Samples.usage(1), Samples.error(2), Samples.log(3), Samples.trace(4, 2), Samples.metrics(5));

        List<Payload> previewed = backend.preview(batch);
        backend.close();
        backend = new OtlpBackendProvider()
                .open(Samples.context(Map.of("endpoint", receiver.uri().toString())));
        backend.export(batch);
        backend.export(batch.subList(3, 5));
        backend.export(batch.subList(4, 5));

        List<ReceivedRequest> posted = receiver.requests();
        assertThat(receiver.refusals()).isEmpty();
        assertThat(previewed).hasSize(3);
        for (int i = 0; i < 3; i++) {
            assertThat(posted.get(i).body()).isEqualTo(previewed.get(i).body());
            assertThat(previewed.get(i).url())
                    .isEqualTo(receiver.uri() + posted.get(i).path());
        }
    }

    @Test
    void readable_ofEachKind_saysTheSameInJson() throws Exception {
        List<Signal> batch =
                List.of(Samples.usage(1), Samples.error(2), Samples.log(3), Samples.trace(4, 2), Samples.metrics(5));

        List<String> texts = backend.readable(batch);

        // the log record has a scope of its own
        assertThat(texts).hasSize(4);
        JsonNode logs = JSON.readTree(texts.get(0)).at("/resourceLogs/0/scopeLogs/0/logRecords");
        assertThat(logs.at("/0/eventName").asText()).isEqualTo("pipeline_load");
        assertThat(logs.at("/1/eventName").asText()).isEqualTo("exception");
        assertThat(logs.at("/1/traceId").asText()).isEqualTo(Samples.TRACE);
        assertThat(JSON.readTree(texts.get(2))
                        .at("/resourceSpans/0/scopeSpans/0/spans/0/traceId")
                        .asText())
                .isEqualTo(Samples.TRACE);
        assertThat(JSON.readTree(texts.get(3)).at("/resourceMetrics/0/scopeMetrics/0/metrics"))
                .isNotEmpty();
    }
}
