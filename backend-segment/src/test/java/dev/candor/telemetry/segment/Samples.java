package dev.candor.telemetry.segment;

import dev.candor.telemetry.spi.ErrorReport;
import dev.candor.telemetry.spi.ErrorReport.Frame;
import dev.candor.telemetry.spi.Header;
import dev.candor.telemetry.spi.Resource;
import dev.candor.telemetry.spi.Signal;
import dev.candor.telemetry.spi.Trace;
import dev.candor.telemetry.spi.UsageEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Signals to encode. */
final class Samples {
    static final Instant TIME = Instant.parse("2026-05-04T03:02:01.123Z");

    private Samples() {}

    static UUID id(int number) {
        return UUID.fromString(String.format("019a0000-0000-7000-8000-%012d", number));
    }

    static Header header(int number) {
        return new Header(id(number), TIME, "933dd165453d196a58adaf49444e9b4c", resource());
    }

    static Resource resource() {
        return new Resource(
                "loader",
                "1.4.0",
                "production",
                "Linux",
                "6.1.0-18-amd64",
                "amd64",
                "17.0.15",
                "Eclipse Adoptium",
                8,
                16_000_000_000L,
                true,
                "github_actions",
                List.of("docker"),
                Map.of("gpus", List.of("A100")));
    }

    static UsageEvent usage(int number) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("model", "other");
        attributes.put("epochs", 3L);
        attributes.put("elapsed", 2.234885);
        attributes.put("success", true);
        attributes.put("config", Map.of("optimizer", Map.of("name", "adamw", "betas", List.of(0.9, 0.999))));
        return new UsageEvent(header(number), "train_end", attributes);
    }

    static UsageEvent usage(Header header, Map<String, Object> attributes) {
        return new UsageEvent(header, "train_end", attributes);
    }

    static ErrorReport error(int number) {
        return new ErrorReport(
                header(number),
                List.of(
                        new ErrorReport.Thrown(
                                "dev.loader.LoadException",
                                "could not read <path>",
                                -1,
                                false,
                                List.of(
                                        new Frame("dev.loader.Loader", "read", "Loader.java", 42, 1),
                                        new Frame(Frame.EXTERNAL, "", "", -1, 12),
                                        new Frame("dev.loader.Main", "main", "", -1, 1))),
                        new ErrorReport.Thrown("java.io.IOException", "", 0, false, List.of()),
                        new ErrorReport.Thrown("Rootless", "", 0, true, List.of())),
                false,
                "main",
                "train",
                "0af7651916cd43dd8448eb211c80319c",
                "b7ad6b7169203331",
                Map.of("stage", "load"),
                List.of(new ErrorReport.Breadcrumb(TIME.minusSeconds(1), "usage", "train_start")),
                List.of(new ErrorReport.ThreadFrames(
                        "pool", List.of(new Frame("dev.loader.Pool", "run", "Pool.java", 7, 1)))));
    }

    static Trace trace(int number) {
        return new Trace(
                header(number),
                "0af7651916cd43dd8448eb211c80319c",
                List.of(
                        new Trace.Span(
                                "b7ad6b7169203331",
                                "",
                                "pipeline.run",
                                TIME,
                                TIME.plusMillis(2500),
                                true,
                                "IOException",
                                Map.of("destination", "duckdb")),
                        new Trace.Span(
                                "00f067aa0ba902b7",
                                "b7ad6b7169203331",
                                "extract",
                                TIME,
                                TIME.plusMillis(500),
                                false,
                                "",
                                Map.of("rows", 7L))));
    }

    static List<Signal> usages(int count) {
        List<Signal> signals = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            signals.add(usage(i));
        }
        return signals;
    }
}
