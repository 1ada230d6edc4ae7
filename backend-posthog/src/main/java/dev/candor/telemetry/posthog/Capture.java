package dev.candor.telemetry.posthog;

import dev.candor.telemetry.spi.ErrorReport;
import dev.candor.telemetry.spi.Header;
import dev.candor.telemetry.spi.Resource;
import dev.candor.telemetry.spi.Signal;
import dev.candor.telemetry.spi.Trace;
import dev.candor.telemetry.spi.UsageEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A signal as PostHog names it: an event with properties.
 *
 * @param event the event's name
 * @param properties its properties, the forced ones last
 */
record Capture(String event, Map<String, Object> properties) {
    private static final double NANOS = 1e9;
    private static final int LONGEST_ID = 200;

    Capture {
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }

    /** Where it was made, then what it says, then what protects the user: a later one of the same name wins. */
    static Capture of(Signal signal) {
        Map<String, Object> properties = new LinkedHashMap<>();
        describe(signal.header().resource(), properties);
        String event = fill(signal, properties);
        properties.put("$lib", "candor");
        properties.put("$lib_version", Version.CURRENT);
        protect(properties);
        return new Capture(event, properties);
    }

    /**
     * Keeps the receiver from adding what was not sent.
     *
     * <p>PostHog's ingestion fills {@code $ip} from the connection where it is absent, null or empty, so it must be an address, and one
     * that leads nowhere. It shifts a timestamp by the difference of the clocks, which is another one at each attempt, and recognises a
     * second copy by its date among others; {@code $ignore_sent_at} keeps the timestamp as it was recorded.
     */
    private static void protect(Map<String, Object> properties) {
        properties.put("$process_person_profile", false);
        properties.put("$geoip_disable", true);
        properties.put("$ip", "0.0.0.0");
        properties.put("$ignore_sent_at", true);
    }

    /** A name that is never empty and never longer than PostHog keeps: without one PostHog refuses the whole batch. */
    static String distinctId(Header header) {
        String id = header.distinctId();
        if (id.isBlank()) {
            return header.id().toString().replace("-", "");
        }
        return id.length() > LONGEST_ID ? id.substring(0, LONGEST_ID) : id;
    }

    private static String fill(Signal signal, Map<String, Object> properties) {
        if (signal instanceof UsageEvent usage) {
            properties.putAll(usage.attributes());
            return usage.name();
        }
        if (signal instanceof ErrorReport error) {
            ExceptionProperties.of(error, properties);
            return "$exception";
        }
        if (signal instanceof Trace trace) {
            return fill(trace, properties);
        }
        throw new IllegalArgumentException("PostHog carries no " + signal.purpose());
    }

    private static String fill(Trace trace, Map<String, Object> properties) {
        Trace.Span root = trace.root();
        properties.put("trace_id", trace.traceId());
        measure(root, properties);
        properties.putAll(root.attributes());
        List<Map<String, Object>> spans = new ArrayList<>();
        for (Trace.Span span : trace.spans()) {
            spans.add(span(span));
        }
        properties.put("spans", spans);
        return name(root);
    }

    /** The span's name, which must not be one of PostHog's own: those begin with a dollar and some change persons. */
    private static String name(Trace.Span root) {
        String name = root.name().strip();
        int start = 0;
        while (start < name.length() && name.charAt(start) == '$') {
            start++;
        }
        return start == name.length() ? "trace" : name.substring(start);
    }

    private static Map<String, Object> span(Trace.Span span) {
        Map<String, Object> encoded = new LinkedHashMap<>();
        encoded.put("span_id", span.spanId());
        put(encoded, "parent_span_id", span.parentSpanId());
        encoded.put("name", span.name());
        encoded.put("start", span.start().toString());
        measure(span, encoded);
        if (!span.attributes().isEmpty()) {
            encoded.put("attributes", span.attributes());
        }
        return encoded;
    }

    private static void measure(Trace.Span span, Map<String, Object> encoded) {
        encoded.put("elapsed", seconds(span.start(), span.end()));
        encoded.put("success", !span.failed());
        put(encoded, "failure", span.failure());
    }

    private static double seconds(Instant start, Instant end) {
        Duration elapsed = Duration.between(start, end);
        return elapsed.getSeconds() + elapsed.getNano() / NANOS;
    }

    private static void describe(Resource resource, Map<String, Object> properties) {
        put(properties, "$app_name", resource.toolName());
        put(properties, "$app_version", resource.toolVersion());
        put(properties, "$os", resource.osName());
        put(properties, "$os_version", resource.osVersion());
        put(properties, "os_arch", resource.osArch());
        put(properties, "java", resource.javaVersion());
        put(properties, "java_vendor", resource.javaVendor());
        properties.put("cpu", resource.cpus());
        if (resource.memoryBytes() > 0) {
            properties.put("memory_bytes", resource.memoryBytes());
        }
        properties.put("ci_run", resource.ci());
        put(properties, "ci_name", resource.ciName());
        properties.put("exec_info", resource.execInfo());
        put(properties, "environment", resource.environment());
        properties.putAll(resource.extra());
    }

    static void put(Map<String, Object> properties, String name, String value) {
        if (!value.isEmpty()) {
            properties.put(name, value);
        }
    }
}
