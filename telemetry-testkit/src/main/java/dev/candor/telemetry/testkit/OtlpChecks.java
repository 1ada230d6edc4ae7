package dev.candor.telemetry.testkit;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the OpenTelemetry protocol says in words beside its message definitions. */
final class OtlpChecks {
    private OtlpChecks() {}

    /** Refuses fields that this version of the protocol does not know, at any depth. */
    static void known(String place, Message message) {
        check(message.getUnknownFields().asMap().isEmpty(), place, "has unknown fields");
        message.getAllFields().forEach((field, value) -> {
            if (value instanceof Message inner) {
                known(place + "." + field.getName(), inner);
            } else if (value instanceof List<?> many) {
                for (Object one : many) {
                    if (one instanceof Message inner) {
                        known(place + "." + field.getName(), inner);
                    }
                }
            }
        });
    }

    static Map<String, Object> attributes(String place, List<KeyValue> attributes) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (KeyValue attribute : attributes) {
            check(!attribute.getKey().isEmpty(), place, "has an attribute without a key");
            Object before = map.put(attribute.getKey(), value(place + "." + attribute.getKey(), attribute.getValue()));
            check(before == null, place, "has " + attribute.getKey() + " twice");
        }
        return map;
    }

    private static Object value(String place, AnyValue value) {
        return switch (value.getValueCase()) {
            case STRING_VALUE -> value.getStringValue();
            case BOOL_VALUE -> value.getBoolValue();
            case INT_VALUE -> value.getIntValue();
            case DOUBLE_VALUE -> value.getDoubleValue();
            case ARRAY_VALUE -> {
                List<Object> list = new ArrayList<>();
                for (AnyValue one : value.getArrayValue().getValuesList()) {
                    list.add(value(place, one));
                }
                yield list;
            }
            case KVLIST_VALUE -> attributes(place, value.getKvlistValue().getValuesList());
            default -> throw new Malformed(place + ": is " + value.getValueCase());
        };
    }

    static void log(LogRecord log) {
        check(log.getTimeUnixNano() > 0, "log", "has no time");
        check(
                log.getTraceId().isEmpty() || id(log.getTraceId(), 16),
                "log",
                "has a trace id of another size, or of zeros");
        check(log.getSpanId().isEmpty() || id(log.getSpanId(), 8), "log", "has a span id of another size, or of zeros");
    }

    static void span(Span span) {
        check(id(span.getTraceId(), 16), "span", "has a trace id of another size, or of zeros");
        check(id(span.getSpanId(), 8), "span", "has a span id of another size, or of zeros");
        check(
                span.getParentSpanId().isEmpty() || id(span.getParentSpanId(), 8),
                "span",
                "has a parent id of another size, or of zeros");
        check(!span.getName().isEmpty(), "span", "has no name");
        check(span.getStartTimeUnixNano() > 0, "span", "has no start");
        check(span.getEndTimeUnixNano() >= span.getStartTimeUnixNano(), "span", "ends before its start");
    }

    static void metric(Metric metric) {
        check(!metric.getName().isEmpty(), "metric", "has no name");
        int points = switch (metric.getDataCase()) {
            case SUM -> metric.getSum().getDataPointsCount();
            case GAUGE -> metric.getGauge().getDataPointsCount();
            case HISTOGRAM -> metric.getHistogram().getDataPointsCount();
            default -> throw new Malformed("metric " + metric.getName() + ": is " + metric.getDataCase());
        };
        check(points > 0, "metric " + metric.getName(), "has no data point");
        check(
                !metric.hasSum() || metric.getSum().getAggregationTemporalityValue() > 0,
                "metric " + metric.getName(),
                "has no temporality");
        for (HistogramDataPoint point : metric.getHistogram().getDataPointsList()) {
            long all = point.getBucketCountsList().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            check(
                    point.getBucketCountsCount() == point.getExplicitBoundsCount() + 1,
                    "histogram",
                    "has not one bucket more than bounds");
            check(all == point.getCount(), "histogram", "counts " + point.getCount() + ", its buckets " + all);
        }
    }

    private static boolean id(ByteString id, int size) {
        return id.size() == size && !id.equals(ByteString.copyFrom(new byte[size]));
    }

    static void check(boolean holds, String place, String why) {
        if (!holds) {
            throw new Malformed(place + ": " + why);
        }
    }
}
