package dev.candor.telemetry.otlp;

import dev.candor.telemetry.Audience;
import dev.candor.telemetry.Severity;
import dev.candor.telemetry.spi.BackendContext;
import dev.candor.telemetry.spi.ErrorReport;
import dev.candor.telemetry.spi.ErrorReport.Breadcrumb;
import dev.candor.telemetry.spi.ErrorReport.Frame;
import dev.candor.telemetry.spi.ErrorReport.ThreadFrames;
import dev.candor.telemetry.spi.ErrorReport.Thrown;
import dev.candor.telemetry.spi.Header;
import dev.candor.telemetry.spi.LogEntry;
import dev.candor.telemetry.spi.MetricBatch;
import dev.candor.telemetry.spi.MetricBatch.Distribution;
import dev.candor.telemetry.spi.MetricBatch.Last;
import dev.candor.telemetry.spi.MetricBatch.Sum;
import dev.candor.telemetry.spi.Receipts;
import dev.candor.telemetry.spi.Resource;
import dev.candor.telemetry.spi.SettingValue;
import dev.candor.telemetry.spi.Trace;
import dev.candor.telemetry.spi.UsageEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Signals and settings that the tests share. */
final class Samples {
    static final Instant TIME = Instant.parse("2026-01-02T03:04:05.678Z");
    static final long NANOS = 1_767_323_045_678_000_000L;
    static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    static final String SPAN = "b7ad6b7169203331";

    static final Resource RESOURCE = resource("loader", "Linux", "amd64");

    private Samples() {}

    static Resource resource(String tool, String os, String arch) {
        return new Resource(
                tool,
                "1.4.0",
                "staging",
                os,
                "6.1.0",
                arch,
                "17.0.15",
                "Eclipse Adoptium",
                4,
                8L << 30,
                true,
                "GitHub Actions",
                List.of("docker"),
                Map.of("workspace", "w1"));
    }

    static Header header(int number) {
        return new Header(id(number), TIME, "install-1", RESOURCE);
    }

    static UUID id(int number) {
        return new UUID(0x0197a1b2c3d47000L, 0x8000000000000000L + number);
    }

    static UsageEvent usage(int number) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("destination", "duckdb");
        attributes.put("elapsed", 2.2);
        attributes.put("rows", 3L);
        attributes.put("success", true);
        attributes.put("names", List.of("a", "b"));
        attributes.put("sizes", List.of(1L, 2L));
        attributes.put("config", Map.of("depth", 2L));
        return new UsageEvent(header(number), "pipeline_load", attributes);
    }

    static ErrorReport error(int number) {
        Frame owned = new Frame("com.acme.Loader", "load", "Loader.java", 42, 1);
        Frame external = new Frame(Frame.EXTERNAL, "", "", -1, 7);
        Frame main = new Frame("com.acme.Main", "main", "", -1, 1);
        return new ErrorReport(
                header(number),
                List.of(
                        new Thrown("com.acme.Loader$Broken", "no table", -1, false, List.of(owned, external, main)),
                        new Thrown("java.io.IOException", "", 0, false, List.of(external))),
                false,
                "pool",
                "load",
                TRACE,
                SPAN,
                Map.of("pipeline", "pokemon"),
                List.of(new Breadcrumb(TIME.minusSeconds(1), "step", "extract")),
                List.of(new ThreadFrames("main", List.of(main))));
    }

    static ErrorReport errorWithOthersNamed(int number) {
        Frame owned = new Frame("com.acme.Loader", "load", "Loader.java", 42, 1);
        Frame theirs = new Frame("java.util.List", "of", "List.java", 5, 1, false);
        List<Thrown> chain = List.of(new Thrown("Broken", "", -1, false, List.of(theirs, owned)));
        return new ErrorReport(header(number), chain, true, "main", "", "", "", Map.of(), List.of(), List.of());
    }

    static LogEntry log(int number) {
        return new LogEntry(
                header(number),
                Severity.WARN,
                "com.acme.Loader",
                "slow",
                "java.io.IOException",
                "refused",
                TRACE,
                SPAN,
                Map.of("rows", 3L));
    }

    static LogEntry log(int number, String message) {
        return new LogEntry(header(number), Severity.INFO, "", message, "", "", "", "", Map.of());
    }

    static Trace trace(int number, int inner) {
        List<Trace.Span> spans = new ArrayList<>();
        spans.add(new Trace.Span(
                SPAN, "00f067aa0ba902b7", "run", TIME, TIME.plusSeconds(3), true, "java.io.IOException", Map.of()));
        for (int i = 1; i <= inner; i++) {
            spans.add(new Trace.Span(
                    String.format(java.util.Locale.ROOT, "%016x", i),
                    SPAN,
                    "extract",
                    TIME.plusSeconds(1),
                    TIME.plusSeconds(2),
                    false,
                    "",
                    Map.of("output", "rows", "n", 3L)));
        }
        return new Trace(header(number), TRACE, spans);
    }

    static MetricBatch metrics(int number) {
        return new MetricBatch(
                header(number),
                TIME.minusSeconds(60),
                List.of(
                        new Sum("rows", "{row}", Map.of("table", "a"), 5),
                        new Last("queue", "1", Map.of(), 1.5),
                        new Sum("rows", "{row}", Map.of("table", ""), 6),
                        new Distribution("wait", "s", Map.of(), List.of(1.0, 2.0), List.of(1L, 0L, 2L), 9, 0.5, 5),
                        new Distribution("none", "s", Map.of(), List.of(), List.of(0L), 0, 0, 0)));
    }

    static BackendContext context(Map<String, String> settings) {
        return context(settings, "file:user");
    }

    static BackendContext context(Map<String, String> settings, String place) {
        Map<String, SettingValue> values = new HashMap<>();
        settings.forEach((name, value) -> values.put(name, new SettingValue("otlp_" + name, value, place)));
        return new BackendContext("loader", "1.4.0", Audience.OWNER, values, Receipts.none());
    }
}
