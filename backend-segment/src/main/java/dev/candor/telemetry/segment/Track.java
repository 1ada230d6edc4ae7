package dev.candor.telemetry.segment;

import com.segment.analytics.messages.TrackMessage;
import dev.candor.telemetry.spi.ErrorReport;
import dev.candor.telemetry.spi.Header;
import dev.candor.telemetry.spi.Resource;
import dev.candor.telemetry.spi.Signal;
import dev.candor.telemetry.spi.Trace;
import dev.candor.telemetry.spi.UsageEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Signals as Segment's own track messages (segment.com/docs/connections/spec/track).
 *
 * <p>A message has an anonymous id and never a user id: who a signal is counted as is random, or a keyed hash, and no account. It names no
 * address; Segment fills one in only for sources of a browser's or a phone's kind.
 */
final class Track {
    private static final double NANOS = 1e9;
    private static final int SOME_STEPS = 50;

    private Track() {}

    /**
     * One message.
     *
     * @param whole whether everything is in it; otherwise the first of its frames and steps, and no breadcrumbs
     */
    static TrackMessage of(Signal signal, boolean whole) {
        Header header = signal.header();
        Map<String, Object> properties = new LinkedHashMap<>();
        String event = fill(signal, properties, whole);
        return TrackMessage.builder(event)
                .messageId(header.id().toString())
                .timestamp(Date.from(header.time()))
                .anonymousId(anonymousId(header))
                .context(context(header.resource()))
                .properties(properties)
                .build();
    }

    private static String anonymousId(Header header) {
        return header.distinctId().isBlank() ? header.id().toString().replace("-", "") : header.distinctId();
    }

    private static Map<String, Object> context(Resource resource) {
        Map<String, Object> context = new LinkedHashMap<>(resource.extra());
        put(context, "environment", resource.environment());
        context.put("ci_run", resource.ci());
        context.put("cpu", resource.cpus());
        context.put("exec_info", resource.execInfo());
        context.put("library", named(resource.toolName(), resource.toolVersion()));
        context.put("os", named(resource.osName(), resource.osVersion()));
        context.put("java", resource.javaVersion());
        return context;
    }

    static Map<String, Object> named(String name, String version) {
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("name", name);
        named.put("version", version);
        return named;
    }

    private static String fill(Signal signal, Map<String, Object> properties, boolean whole) {
        if (signal instanceof UsageEvent usage) {
            properties.putAll(usage.attributes());
            return usage.name();
        }
        if (signal instanceof ErrorReport error) {
            ErrorProperties.of(error, properties, whole);
            return "error";
        }
        if (signal instanceof Trace trace) {
            return fill(trace, properties, whole ? Integer.MAX_VALUE : SOME_STEPS);
        }
        throw new IllegalArgumentException("Segment carries no " + signal.purpose());
    }

    /** The outermost span whole, and of the others how long they took: a message holds 32 KB. */
    private static String fill(Trace trace, Map<String, Object> properties, int most) {
        Trace.Span root = trace.root();
        properties.put("trace_id", trace.traceId());
        measure(root, properties);
        properties.putAll(root.attributes());
        List<Map<String, Object>> steps = new ArrayList<>();
        for (Trace.Span span : trace.spans().subList(1, trace.spans().size())) {
            if (steps.size() == most) {
                properties.put("steps_left_out", trace.spans().size() - 1 - most);
                break;
            }
            Map<String, Object> step = new LinkedHashMap<>();
            step.put("name", span.name());
            measure(span, step);
            steps.add(step);
        }
        if (!steps.isEmpty()) {
            properties.put("steps", steps);
        }
        return root.name().isBlank() ? "trace" : root.name();
    }

    private static void measure(Trace.Span span, Map<String, Object> properties) {
        Duration elapsed = Duration.between(span.start(), span.end());
        properties.put("elapsed", elapsed.getSeconds() + elapsed.getNano() / NANOS);
        properties.put("success", !span.failed());
        put(properties, "failure", span.failure());
    }

    static void put(Map<String, Object> properties, String name, String value) {
        if (!value.isEmpty()) {
            properties.put(name, value);
        }
    }
}
