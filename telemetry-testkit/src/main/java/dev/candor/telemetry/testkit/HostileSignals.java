package dev.candor.telemetry.testkit;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.Severity;
import dev.candor.telemetry.spi.ErrorReport;
import dev.candor.telemetry.spi.LogEntry;
import dev.candor.telemetry.spi.MetricBatch;
import dev.candor.telemetry.spi.Signal;
import dev.candor.telemetry.spi.Trace;
import dev.candor.telemetry.spi.UsageEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Signals that no format may break on. */
final class HostileSignals {
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "x".repeat(4000),
            "quote \" backslash \\ tab \t",
            "line\r\nbreak\n\nX-Evil: 1",
            "nul \u0000 escape \u001b[31m",
            "half a pair \ud83d and \ude00",
            "\ud83d\ude00 \u202e reversed \ufeff",
            "{\"a\":1}",
            "null");

    private static final List<String> KEYS = List.of(
            "__proto__",
            "$set",
            "$ip",
            "api_key",
            "distinct_id",
            "dsn",
            "event",
            "a.b",
            "a b",
            "\u00e9",
            "timestamp",
            "id");

    private HostileSignals() {}

    static List<Signal> of(Purpose purpose) {
        List<Signal> signals = new ArrayList<>();
        int number = 100;
        for (String text : TEXTS) {
            signals.add(with(purpose, number++, text, Map.of("text", text)));
        }
        signals.add(with(purpose, number++, "keys", keys()));
        signals.add(with(purpose, number, "numbers", numbers()));
        return signals;
    }

    private static Map<String, Object> keys() {
        Map<String, Object> attributes = Attributes.of();
        for (String key : KEYS) {
            attributes.put(key, "value of " + key);
        }
        return attributes;
    }

    private static Map<String, Object> numbers() {
        return Attributes.of(
                "nan",
                Double.NaN,
                "infinite",
                Double.NEGATIVE_INFINITY,
                "huge",
                Double.MAX_VALUE,
                "zero",
                -0.0,
                "most",
                Long.MAX_VALUE,
                "least",
                Long.MIN_VALUE,
                "flag",
                false,
                "empty",
                List.of(),
                "nothing",
                Map.of(),
                "list",
                List.of("a", 1L, 2.5, true),
                "tree",
                Map.of("a", Map.of("b", List.of(Map.of("c", Double.POSITIVE_INFINITY)))));
    }

    private static Signal with(Purpose purpose, int number, String text, Map<String, Object> attributes) {
        return switch (purpose) {
            case USAGE -> new UsageEvent(Signals.header(number), "load_finished", attributes);
            case ERRORS -> error(number, text, attributes);
            case TRACES -> trace(number, text, attributes);
            case METRICS -> metrics(number, text);
            case LOGS ->
                new LogEntry(Signals.header(number), Severity.FATAL, "dev.example", text, "", text, "", "", attributes);
        };
    }

    private static Signal error(int number, String text, Map<String, Object> attributes) {
        ErrorReport.Frame frame = new ErrorReport.Frame("dev.example.Loader", "<init>", "", -1, 1);
        return new ErrorReport(
                Signals.header(number),
                List.of(
                        new ErrorReport.Thrown("dev.example.Odd$1", text, -1, false, List.of()),
                        new ErrorReport.Thrown("dev.example.Odd", text, 0, true, List.of(frame))),
                true,
                "other",
                "",
                "",
                "",
                attributes,
                List.of(new ErrorReport.Breadcrumb(Signals.TIME, "", text)),
                List.of());
    }

    private static Signal trace(int number, String text, Map<String, Object> attributes) {
        Trace.Span span = new Trace.Span(
                Signals.spanId(number, 0), "", "load", Signals.TIME, Signals.TIME, true, text, attributes);
        return new Trace(Signals.header(number), Signals.traceId(number), List.of(span));
    }

    private static Signal metrics(int number, String text) {
        double odd = number % 2 == 0 ? Double.NaN : Double.POSITIVE_INFINITY;
        Map<String, String> labels = Map.of("text", text);
        return new MetricBatch(
                Signals.header(number),
                Signals.TIME,
                List.of(
                        new MetricBatch.Sum("most", "1", labels, Long.MAX_VALUE),
                        new MetricBatch.Last("odd", "", labels, odd),
                        new MetricBatch.Distribution("empty", "s", labels, List.of(), List.of(0L), 0, odd, odd)));
    }
}
