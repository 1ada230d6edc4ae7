package dev.candor.telemetry.testkit;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Takes OTLP/HTTP in protobuf at {@code /v1/logs}, {@code /v1/traces} and {@code /v1/metrics}.
 *
 * <p>After the OpenTelemetry protocol's specification, decoded by its own message definitions. Unknown fields are refused at any depth.
 */
public final class OtlpReceiver extends Receiver<OtlpRecord> {
    private static final String PROTOBUF = "application/x-protobuf";

    /** Starts to listen. */
    public OtlpReceiver() {}

    @Override
    protected List<OtlpRecord> decode(ReceivedRequest request) {
        String type = request.header("content-type").orElse("");
        if (!request.method().equals("POST") || !type.equals(PROTOBUF)) {
            throw refuse(request.method() + " with Content-Type: " + type);
        }
        return switch (request.path()) {
            case "/v1/logs" -> logs(parse(ExportLogsServiceRequest.parser(), request.body()));
            case "/v1/traces" -> spans(parse(ExportTraceServiceRequest.parser(), request.body()));
            case "/v1/metrics" -> metrics(parse(ExportMetricsServiceRequest.parser(), request.body()));
            default -> throw refuse("path " + request.path());
        };
    }

    @Override
    protected Reply accepted(ReceivedRequest request) {
        // An empty message of success: nothing was refused.
        return Reply.answer(200, PROTOBUF, new byte[0]);
    }

    private static <M extends Message> M parse(Parser<M> parser, byte[] body) {
        try {
            M message = parser.parseFrom(body);
            OtlpChecks.known(message.getDescriptorForType().getName(), message);
            return message;
        } catch (InvalidProtocolBufferException notProtobuf) {
            throw refuse("the body is not protobuf: " + notProtobuf.getMessage());
        }
    }

    private static List<OtlpRecord> logs(ExportLogsServiceRequest request) {
        List<OtlpRecord> records = new ArrayList<>();
        for (ResourceLogs group : request.getResourceLogsList()) {
            for (ScopeLogs scope : group.getScopeLogsList()) {
                for (LogRecord log : scope.getLogRecordsList()) {
                    OtlpChecks.log(log);
                    Map<String, Object> attributes = OtlpChecks.attributes("log", log.getAttributesList());
                    String id = String.valueOf(attributes.getOrDefault("event.id", ""));
                    records.add(new OtlpRecord(
                            "log",
                            id,
                            log.getEventName(),
                            attributes,
                            log,
                            group.getResource(),
                            scope.getScope().getName()));
                }
            }
        }
        return some(records);
    }

    private static List<OtlpRecord> spans(ExportTraceServiceRequest request) {
        List<OtlpRecord> records = new ArrayList<>();
        for (ResourceSpans group : request.getResourceSpansList()) {
            for (ScopeSpans scope : group.getScopeSpansList()) {
                for (Span span : scope.getSpansList()) {
                    OtlpChecks.span(span);
                    Map<String, Object> attributes = OtlpChecks.attributes("span", span.getAttributesList());
                    records.add(new OtlpRecord(
                            "span",
                            hex(span.getSpanId()),
                            span.getName(),
                            attributes,
                            span,
                            group.getResource(),
                            scope.getScope().getName()));
                }
            }
        }
        return some(records);
    }

    private static List<OtlpRecord> metrics(ExportMetricsServiceRequest request) {
        List<OtlpRecord> records = new ArrayList<>();
        for (ResourceMetrics group : request.getResourceMetricsList()) {
            for (ScopeMetrics scope : group.getScopeMetricsList()) {
                for (Metric metric : scope.getMetricsList()) {
                    OtlpChecks.metric(metric);
                    records.add(new OtlpRecord(
                            "metric",
                            "",
                            metric.getName(),
                            Map.of(),
                            metric,
                            group.getResource(),
                            scope.getScope().getName()));
                }
            }
        }
        return some(records);
    }

    private static List<OtlpRecord> some(List<OtlpRecord> records) {
        if (records.isEmpty()) {
            throw refuse("nothing was exported");
        }
        for (OtlpRecord record : records) {
            OtlpChecks.attributes("resource", record.resource().getAttributesList());
        }
        return records;
    }

    private static String hex(ByteString id) {
        return HexFormat.of().formatHex(id.toByteArray());
    }
}
