package dev.candor.telemetry.testkit;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.Severity;
import dev.candor.telemetry.spi.ErrorReport;
import dev.candor.telemetry.spi.Header;
import dev.candor.telemetry.spi.LogEntry;
import dev.candor.telemetry.spi.MetricBatch;
import dev.candor.telemetry.spi.Resource;
import dev.candor.telemetry.spi.Signal;
import dev.candor.telemetry.spi.Trace;
import dev.candor.telemetry.spi.UsageEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * Sample signals of every purpose.
 *
 * <p>The same number always makes the same signal. Each holds its {@link #marker} in a place that every vendor's format keeps.
 */
public final class Signals {
    /** When sample signals were recorded. */
    public static final Instant TIME = Instant.parse("2026-01-02T03:04:05.678Z");

    private Signals() {}

    /** {@code count} signals of a purpose, numbered from 1. */
    public static List<Signal> of(Purpose purpose, int count) {
        List<Signal> signals = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            signals.add(one(purpose, number));
        }
        return signals;
    }

    /** One signal of a purpose. */
    public static Signal one(Purpose purpose, int number) {
        return switch (purpose) {
            case USAGE -> usage(number);
            case ERRORS -> error(number);
            case TRACES -> trace(number);
            case METRICS -> metrics(number);
            case LOGS -> log(number);
        };
    }

    /** The text that only the signal of this number holds. */
    public static String marker(int number) {
        return String.format(Locale.ROOT, "Marker%04d", number);
    }

    /** A usage event named {@code load_finished}, whose attribute {@code source} holds the marker. */
    public static UsageEvent usage(int number) {
        return new UsageEvent(
                header(number),
                "load_finished",
                Attributes.of("source", marker(number), "elapsed_ms", 2200L, "ratio", 0.25, "success", true));
    }

    /** An error with a cause; the type of the first exception holds the marker. */
    public static ErrorReport error(int number) {
        ErrorReport.Frame own = new ErrorReport.Frame("dev.example.loader.Loader", "load", "Loader.java", 42, 1);
        ErrorReport.Frame others = new ErrorReport.Frame(ErrorReport.Frame.EXTERNAL, "", "", -1, 3);
        return new ErrorReport(
                header(number),
                List.of(
                        new ErrorReport.Thrown(
                                "dev.example.loader." + marker(number) + "Exception",
                                "load failed",
                                -1,
                                false,
                                List.of(own, others)),
                        new ErrorReport.Thrown("java.io.IOException", "", 0, false, List.of(others, own))),
                false,
                "main",
                "load",
                traceId(number),
                spanId(number, 0),
                Attributes.of("step", "extract"),
                List.of(new ErrorReport.Breadcrumb(TIME.minusSeconds(1), "load", "load_started")),
                List.of(new ErrorReport.ThreadFrames("pool", List.of(own))));
    }

    /** The same error where a program caught it and logged it as a warning. */
    public static ErrorReport warning(int number) {
        ErrorReport error = error(number);
        return new ErrorReport(
                error.header(),
                error.exceptions(),
                true,
                Severity.WARN,
                error.threadKind(),
                error.operation(),
                error.traceId(),
                error.spanId(),
                error.tags(),
                error.breadcrumbs(),
                error.threads());
    }

    /** A trace of three spans, the last of which failed; the outermost is named by the marker. */
    public static Trace trace(int number) {
        return new Trace(
                header(number),
                traceId(number),
                List.of(
                        span(number, 0, marker(number), ""),
                        span(number, 1, "extract", ""),
                        span(number, 2, "load", "java.io.IOException")));
    }

    private static Trace.Span span(int number, int place, String name, String failure) {
        return new Trace.Span(
                spanId(number, place),
                place == 0 ? "" : spanId(number, 0),
                name,
                TIME.minusMillis(500),
                TIME.minusMillis(100L - place),
                !failure.isEmpty(),
                failure,
                Attributes.of("input", "orders", "rows", 1200L));
    }

    /** A counter, a gauge and a histogram; the counter's name ends in the marker. */
    public static MetricBatch metrics(int number) {
        Map<String, String> labels = Map.of("destination", "duckdb");
        return new MetricBatch(
                header(number),
                TIME.minusSeconds(60),
                List.of(
                        new MetricBatch.Sum("loads." + marker(number), "{load}", labels, 7),
                        new MetricBatch.Last("queue.length", "{row}", labels, 3.5),
                        new MetricBatch.Distribution(
                                "load.duration", "s", labels, List.of(0.1, 1.0), List.of(2L, 1L, 1L), 3.2, 0.05, 2.5)));
    }

    /** A log record of level WARN within a span; the message begins with the marker. */
    public static LogEntry log(int number) {
        return new LogEntry(
                header(number),
                Severity.WARN,
                "dev.example.loader",
                marker(number) + " was slow",
                "java.io.IOException",
                "no route",
                traceId(number),
                spanId(number, 0),
                Attributes.of("rows", 1200L));
    }

    /** Signals of a purpose with whatever a value can be, each legal for a backend to get. */
    public static List<Signal> hostile(Purpose purpose) {
        return HostileSignals.of(purpose);
    }

    /** The header of the sample signal of this number. Its id is a UUIDv7. */
    public static Header header(int number) {
        long time = TIME.toEpochMilli() + number;
        UUID id = new UUID((time << 16) | 0x7000L | (number & 0xfffL), 0x8000_0000_0000_0000L | (0x1_0000L + number));
        return new Header(id, TIME.plusMillis(number), "run-5f0c2b", resource());
    }

    /** Where sample signals were made. */
    public static Resource resource() {
        return new Resource(
                "loader",
                "1.4.0",
                "production",
                "Linux",
                "6.1",
                "amd64",
                "17.0.15",
                "Eclipse Adoptium",
                4,
                8L << 30,
                true,
                "github",
                List.of("docker"),
                Map.of("commit", "8c1f2e3"));
    }

    static String traceId(int number) {
        return String.format(Locale.ROOT, "4bf92f3577b34da6a3ce929d%08x", number);
    }

    static String spanId(int number, int place) {
        return String.format(Locale.ROOT, "00f067aa%04x%04x", number, place + 1);
    }
}
