package dev.candor.telemetry.testkit;

import com.google.protobuf.Message;
import io.opentelemetry.proto.resource.v1.Resource;
import java.util.Map;

/**
 * A log record, span or metric that was exported by OTLP.
 *
 * @param kind {@code log}, {@code span} or {@code metric}
 * @param id a span's id in hex, or a log record's attribute {@code event.id}; empty for a metric
 * @param name a log record's event name, a span's or a metric's name
 * @param attributes its attributes: texts, {@code Long}, {@code Double}, {@code Boolean}, lists and maps of these; of a metric none
 * @param record as it was decoded
 * @param resource where it was made
 * @param scope the instrumentation scope's name
 */
public record OtlpRecord(
        String kind,
        String id,
        String name,
        Map<String, Object> attributes,
        Message record,
        Resource resource,
        String scope)
        implements Received {

    /** Copies {@code attributes}. */
    public OtlpRecord {
        attributes = Map.copyOf(attributes);
    }

    /** The resource's attributes. */
    public Map<String, Object> resourceAttributes() {
        return OtlpChecks.attributes("resource", resource.getAttributesList());
    }
}
