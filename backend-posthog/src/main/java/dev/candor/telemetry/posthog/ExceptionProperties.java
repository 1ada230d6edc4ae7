package dev.candor.telemetry.posthog;

import dev.candor.telemetry.Severity;
import dev.candor.telemetry.spi.ErrorReport;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The properties of a {@code $exception} event.
 *
 * <p>Source of the format: posthog.com/docs/error-tracking/installation/manual and what PostHog's own Java client sends. Frames are
 * outermost call first, the order that PostHog's clients agreed on (posthog-android, pull request 603; the pinned client still has the
 * other one), with {@code platform} {@code java}.
 */
final class ExceptionProperties {
    private ExceptionProperties() {}

    static void of(ErrorReport error, Map<String, Object> properties) {
        properties.putAll(error.tags());
        Capture.put(properties, "operation", error.operation());
        Capture.put(properties, "thread_kind", error.threadKind());
        Capture.put(properties, "trace_id", error.traceId());
        Capture.put(properties, "span_id", error.spanId());
        properties.put("$exception_level", level(error.severity()));
        properties.put("$exception_list", exceptions(error));
        if (!error.breadcrumbs().isEmpty()) {
            properties.put("breadcrumbs", breadcrumbs(error));
        }
        if (!error.threads().isEmpty()) {
            properties.put("threads", threads(error));
        }
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case TRACE, DEBUG -> "debug";
            case INFO -> "info";
            case WARN -> "warning";
            case ERROR -> "error";
            case FATAL -> "fatal";
        };
    }

    private static List<Map<String, Object>> exceptions(ErrorReport error) {
        List<Map<String, Object>> list = new ArrayList<>();
        for (ErrorReport.Thrown thrown : error.exceptions()) {
            Map<String, Object> one = new LinkedHashMap<>();
            int dot = thrown.type().lastIndexOf('.');
            one.put("type", thrown.type().substring(dot + 1));
            one.put("value", thrown.message());
            if (dot > 0) {
                one.put("module", thrown.type().substring(0, dot));
            }
            one.put("mechanism", mechanism(error, thrown));
            if (!thrown.frames().isEmpty()) {
                one.put("stacktrace", stacktrace(thrown));
            }
            list.add(one);
        }
        return list;
    }

    private static Map<String, Object> stacktrace(ErrorReport.Thrown thrown) {
        Map<String, Object> trace = new LinkedHashMap<>();
        trace.put("type", "raw");
        trace.put("frames", outermostFirst(thrown.frames()));
        return trace;
    }

    private static Map<String, Object> mechanism(ErrorReport error, ErrorReport.Thrown thrown) {
        Map<String, Object> mechanism = new LinkedHashMap<>();
        mechanism.put("type", "generic");
        mechanism.put("handled", error.handled());
        mechanism.put("synthetic", false);
        if (thrown.parent() >= 0) {
            mechanism.put("source", thrown.suppressed() ? "suppressed" : "cause");
        }
        return mechanism;
    }

    private static List<Map<String, Object>> outermostFirst(List<ErrorReport.Frame> frames) {
        List<Map<String, Object>> list = frames(frames);
        Collections.reverse(list);
        return list;
    }

    private static List<Map<String, Object>> frames(List<ErrorReport.Frame> frames) {
        List<Map<String, Object>> list = new ArrayList<>();
        for (ErrorReport.Frame frame : frames) {
            list.add(frame(frame));
        }
        return list;
    }

    private static Map<String, Object> frame(ErrorReport.Frame frame) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("platform", "java");
        one.put("module", frame.className());
        // PostHog wants a function in every frame; for a run of others' calls it is the same word, so that runs of any
        // length group alike.
        one.put("function", frame.isRun() ? ErrorReport.Frame.EXTERNAL : frame.method());
        Capture.put(one, "filename", frame.file());
        if (frame.line() >= 0) {
            one.put("lineno", frame.line());
        }
        if (frame.isRun()) {
            one.put("count", frame.count());
        }
        one.put("in_app", frame.owned());
        return one;
    }

    private static List<Map<String, Object>> breadcrumbs(ErrorReport error) {
        List<Map<String, Object>> list = new ArrayList<>();
        for (ErrorReport.Breadcrumb crumb : error.breadcrumbs()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("time", crumb.time().toString());
            one.put("category", crumb.category());
            one.put("message", crumb.message());
            list.add(one);
        }
        return list;
    }

    private static List<Map<String, Object>> threads(ErrorReport error) {
        List<Map<String, Object>> list = new ArrayList<>();
        for (ErrorReport.ThreadFrames thread : error.threads()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("kind", thread.kind());
            one.put("frames", frames(thread.frames()));
            list.add(one);
        }
        return list;
    }
}
