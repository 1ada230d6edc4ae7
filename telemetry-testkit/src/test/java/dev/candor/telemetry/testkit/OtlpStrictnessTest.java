package dev.candor.telemetry.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import io.opentelemetry.proto.metrics.v1.Histogram;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The OTLP receiver takes one good request, and refuses it after any one change that the specification forbids. */
class OtlpStrictnessTest {
    private static final Map<String, String> PROTOBUF = Map.of("Content-Type", "application/x-protobuf");
    private static final KeyValue KEY = KeyValue.newBuilder()
            .setKey("a")
            .setValue(AnyValue.newBuilder().setIntValue(1))
            .build();

    private static int post(OtlpReceiver receiver, String path, Message message) throws Exception {
        return ReceiverTest.post(receiver.uri().resolve(path), PROTOBUF, message.toByteArray())
                .status();
    }

    private static ExportLogsServiceRequest logs(LogRecord.Builder log) {
        return ExportLogsServiceRequest.newBuilder()
                .addResourceLogs(ResourceLogs.newBuilder()
                        .addScopeLogs(ScopeLogs.newBuilder().addLogRecords(log)))
                .build();
    }

    private static ExportTraceServiceRequest spans(Span.Builder span) {
        return ExportTraceServiceRequest.newBuilder()
                .addResourceSpans(ResourceSpans.newBuilder()
                        .addScopeSpans(ScopeSpans.newBuilder().addSpans(span)))
                .build();
    }

    private static ExportMetricsServiceRequest metrics(Metric.Builder metric) {
        return ExportMetricsServiceRequest.newBuilder()
                .addResourceMetrics(ResourceMetrics.newBuilder()
                        .addScopeMetrics(ScopeMetrics.newBuilder().addMetrics(metric)))
                .build();
    }

    @Test
    void otlp_logs_areChecked() throws Exception {
        try (OtlpReceiver receiver = new OtlpReceiver()) {
            LogRecord.Builder good =
                    LogRecord.newBuilder().setTimeUnixNano(1).setEventName("e").addAttributes(KEY);
            LogRecord unknown = LogRecord.parseFrom(
                    good.build().toByteString().concat(ByteString.copyFrom(new byte[] {(byte) 0xf8, 0x7f, 1})));

            assertThat(post(receiver, "/v1/logs", logs(good))).isEqualTo(200);
            assertThat(post(receiver, "/v1/logs", logs(unknown.toBuilder())))
                    .as("unknown field")
                    .isEqualTo(400);
            assertThat(post(receiver, "/v1/logs", logs(good.clone().addAttributes(KEY))))
                    .as("doubled key")
                    .isEqualTo(400);
            assertThat(post(receiver, "/v1/logs", logs(good.clone().clearTimeUnixNano())))
                    .as("no time")
                    .isEqualTo(400);
            assertThat(post(receiver, "/v1/logs", logs(good.clone().setTraceId(ByteString.copyFrom(new byte[8])))))
                    .isEqualTo(400);
            assertThat(post(receiver, "/v1/logs", ExportLogsServiceRequest.getDefaultInstance()))
                    .as("nothing")
                    .isEqualTo(400);
            assertThat(post(receiver, "/v1/traces", logs(good)))
                    .as("of another kind")
                    .isEqualTo(400);
            assertThat(ReceiverTest.post(receiver.uri().resolve("/v1/logs"), PROTOBUF, "{}"))
                    .isEqualTo(400);
            assertThat(ReceiverTest.post(
                            receiver.uri().resolve("/v1/logs"), Map.of("Content-Type", "application/json"), "{}"))
                    .isEqualTo(400);
            assertThat(receiver.received()).singleElement().satisfies(record -> {
                assertThat(record.name()).isEqualTo("e");
                assertThat(record.attributes()).containsEntry("a", 1L);
            });
        }
    }

    @Test
    void otlp_spans_areChecked() throws Exception {
        try (OtlpReceiver receiver = new OtlpReceiver()) {
            Span.Builder good = Span.newBuilder()
                    .setTraceId(ByteString.copyFromUtf8("0123456789abcdef"))
                    .setSpanId(ByteString.copyFromUtf8("01234567"))
                    .setName("s")
                    .setStartTimeUnixNano(5)
                    .setEndTimeUnixNano(5);

            assertThat(post(receiver, "/v1/traces", spans(good))).isEqualTo(200);
            assertThat(post(receiver, "/v1/traces", spans(good.clone().setEndTimeUnixNano(4))))
                    .isEqualTo(400);
            assertThat(post(receiver, "/v1/traces", spans(good.clone().clearName())))
                    .isEqualTo(400);
            assertThat(post(receiver, "/v1/traces", spans(good.clone().setTraceId(ByteString.copyFrom(new byte[16])))))
                    .isEqualTo(400);
            assertThat(post(receiver, "/v1/traces", spans(good.clone().setSpanId(ByteString.copyFromUtf8("0")))))
                    .isEqualTo(400);
            assertThat(receiver.received())
                    .singleElement()
                    .extracting(OtlpRecord::id)
                    .isEqualTo("3031323334353637");
        }
    }

    @Test
    void otlp_metrics_areChecked() throws Exception {
        try (OtlpReceiver receiver = new OtlpReceiver()) {
            HistogramDataPoint.Builder point = HistogramDataPoint.newBuilder()
                    .addExplicitBounds(1)
                    .addBucketCounts(2)
                    .addBucketCounts(1)
                    .setCount(3);
            Metric.Builder good = Metric.newBuilder()
                    .setName("m")
                    .setHistogram(Histogram.newBuilder().addDataPoints(point));

            assertThat(post(receiver, "/v1/metrics", metrics(good))).isEqualTo(200);
            assertThat(post(receiver, "/v1/metrics", metrics(good.clone().clearName())))
                    .isEqualTo(400);
            assertThat(post(receiver, "/v1/metrics", metrics(good.clone().setHistogram(Histogram.newBuilder()))))
                    .isEqualTo(400);
            assertThat(post(
                            receiver,
                            "/v1/metrics",
                            metrics(good.clone()
                                    .setHistogram(Histogram.newBuilder()
                                            .addDataPoints(point.clone().setCount(4))))))
                    .isEqualTo(400);
            assertThat(post(
                            receiver,
                            "/v1/metrics",
                            metrics(good.clone()
                                    .setHistogram(Histogram.newBuilder()
                                            .addDataPoints(point.clone().clearExplicitBounds())))))
                    .isEqualTo(400);
            assertThat(receiver.received()).hasSize(1);
        }
    }
}
