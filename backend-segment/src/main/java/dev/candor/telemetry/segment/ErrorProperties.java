package dev.candor.telemetry.segment;

import dev.candor.telemetry.spi.ErrorReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The properties of an {@code error} event.
 *
 * <p>Segment has no form of its own for errors. A frame is one string as in a printed stack trace, which keeps a message small.
 */
final class ErrorProperties {
    private static final int SOME_EXCEPTIONS = 8;
    private static final int SOME_FRAMES = 25;

    private ErrorProperties() {}

    /**
     * Adds them.
     *
     * @param whole whether everything is in them; otherwise the first frames of the first exceptions, which fit into a message
     */
    static void of(ErrorReport error, Map<String, Object> properties, boolean whole) {
        properties.putAll(error.tags());
        if (!error.exceptions().isEmpty()) {
            ErrorReport.Thrown first = error.exceptions().get(0);
            properties.put("type", first.type());
            Track.put(properties, "message", first.message());
        }
        properties.put("handled", error.handled());
        properties.put("severity", error.severity().name().toLowerCase(Locale.ROOT));
        Track.put(properties, "thread_kind", error.threadKind());
        Track.put(properties, "operation", error.operation());
        Track.put(properties, "trace_id", error.traceId());
        Track.put(properties, "span_id", error.spanId());
        properties.put("exceptions", exceptions(error, whole));
        if (!whole) {
            properties.put("cut", true);
            return;
        }
        if (!error.breadcrumbs().isEmpty()) {
            properties.put("breadcrumbs", breadcrumbs(error));
        }
        if (!error.threads().isEmpty()) {
            properties.put("threads", threads(error));
        }
    }

    private static List<Map<String, Object>> exceptions(ErrorReport error, boolean whole) {
        List<Map<String, Object>> list = new ArrayList<>();
        for (ErrorReport.Thrown thrown : some(error.exceptions(), whole, SOME_EXCEPTIONS)) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("type", thrown.type());
            Track.put(one, "message", thrown.message());
            if (thrown.parent() >= 0) {
                one.put("parent", thrown.parent());
                one.put("suppressed", thrown.suppressed());
            }
            one.put("frames", frames(some(thrown.frames(), whole, SOME_FRAMES)));
            list.add(one);
        }
        return list;
    }

    private static <T> List<T> some(List<T> all, boolean whole, int most) {
        return whole || all.size() <= most ? all : all.subList(0, most);
    }

    private static List<String> frames(List<ErrorReport.Frame> frames) {
        List<String> list = new ArrayList<>();
        for (ErrorReport.Frame frame : frames) {
            list.add(frame(frame));
        }
        return list;
    }

    private static String frame(ErrorReport.Frame frame) {
        if (frame.isRun()) {
            return ErrorReport.Frame.EXTERNAL + " " + frame.count();
        }
        String place = frame.file().isEmpty() ? "Unknown Source" : frame.file();
        return frame.className() + "." + frame.method() + "(" + place + (frame.line() < 0 ? "" : ":" + frame.line())
                + ")";
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
