package dev.candor.telemetry.sentry;

import dev.candor.telemetry.Audience;
import dev.candor.telemetry.Severity;
import dev.candor.telemetry.spi.Backend;
import dev.candor.telemetry.spi.BackendContext;
import dev.candor.telemetry.spi.ErrorReport;
import dev.candor.telemetry.spi.ErrorReport.Breadcrumb;
import dev.candor.telemetry.spi.ErrorReport.Frame;
import dev.candor.telemetry.spi.ErrorReport.ThreadFrames;
import dev.candor.telemetry.spi.ErrorReport.Thrown;
import dev.candor.telemetry.spi.Header;
import dev.candor.telemetry.spi.LogEntry;
import dev.candor.telemetry.spi.Receipts;
import dev.candor.telemetry.spi.Resource;
import dev.candor.telemetry.spi.SettingValue;
import dev.candor.telemetry.spi.SettingsException;
import dev.candor.telemetry.spi.Trace;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Signals and settings that the tests share. */
final class Samples {
    static final Instant TIME = Instant.parse("2026-01-02T03:04:05.678Z");
    static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    static final String SPAN = "b7ad6b7169203331";

    static final Resource RESOURCE = new Resource(
            "loader",
            "1.4.0",
            "staging",
            "Linux",
            "6.1.0",
            "amd64",
            "17.0.15",
            "Eclipse Adoptium",
            4,
            8L << 30,
            true,
            "GitHub Actions",
            List.of("docker", "kubernetes"),
            Map.of("workspace", "w1", "commit", "abc123", "gpus", List.of("A100")));

    static final Frame OWNED = new Frame("com.acme.Loader", "load", "Loader.java", 42, 1);
    static final Frame EXTERNAL = new Frame(Frame.EXTERNAL, "", "", -1, 7);
    static final Frame MAIN = new Frame("com.acme.Main", "main", "", -1, 1);
    static final List<Frame> FRAMES = List.of(OWNED, EXTERNAL, MAIN);

    private Samples() {}

    static Header header(int number) {
        return new Header(id(number), TIME, hex(number), RESOURCE);
    }

    static UUID id(int number) {
        return new UUID(0x0197a1b2c3d47000L, 0x8000000000000000L + number);
    }

    static String hex(int number) {
        return id(number).toString().replace("-", "");
    }

    static ErrorReport error(int number) {
        return error(number, List.of(new Thrown("java.lang.IllegalStateException", "", -1, false, FRAMES)));
    }

    static ErrorReport error(int number, List<Thrown> exceptions) {
        return new ErrorReport(header(number), exceptions, false, "main", "", "", "", Map.of(), List.of(), List.of());
    }

    static ErrorReport richError(int number) {
        return new ErrorReport(
                header(number),
                List.of(
                        new Thrown("com.acme.Loader$Broken", "no table <path>", -1, false, FRAMES),
                        new Thrown("java.io.IOException", "", 0, false, List.of(EXTERNAL)),
                        new Thrown("java.lang.Error", "", 0, true, List.of())),
                true,
                "pool",
                "load",
                TRACE,
                SPAN,
                Map.of("pipeline", "pokemon", "config", Map.of("a", 1L), "long", "x".repeat(201)),
                List.of(
                        new Breadcrumb(TIME.minusSeconds(2), "usage", "command_init"),
                        new Breadcrumb(TIME.minusSeconds(1), "step", "extract")),
                List.of(new ThreadFrames("main", List.of(MAIN))));
    }

    static Trace trace(int number) {
        return new Trace(
                header(number),
                TRACE,
                List.of(
                        new Trace.Span(
                                SPAN,
                                "00f067aa0ba902b7",
                                "pipeline.run",
                                Instant.parse("2026-01-02T03:04:05.678901Z"),
                                Instant.parse("2026-01-02T03:04:08.5Z"),
                                true,
                                "java.io.IOException: <redacted>",
                                Map.of("input", "pokemon", "rows", 3L, "rate", Double.NaN)),
                        new Trace.Span(
                                "b7ad6b7169203332",
                                SPAN,
                                "extract",
                                TIME.plusSeconds(1),
                                TIME.plusSeconds(2),
                                false,
                                "",
                                Map.of("output", List.of("a", "b")))));
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
                Map.of("rows", 3L, "ratio", 0.5, "ok", true, "table", "pokemon"));
    }

    static LogEntry bareLog(int number) {
        return new LogEntry(header(number), Severity.INFO, "", "hello " + number, "", "", "", "", Map.of());
    }

    static BackendContext context(Map<String, String> settings) {
        return context(settings, Receipts.none());
    }

    static BackendContext context(Map<String, String> settings, Receipts receipts) {
        Map<String, SettingValue> values = new HashMap<>();
        settings.forEach((name, value) -> values.put(name, new SettingValue("sentry_" + name, value, "file:user")));
        return new BackendContext("loader", "1.4.0", Audience.OWNER, values, receipts);
    }

    static Backend open(String dsn, Clock clock) throws SettingsException {
        return SentryBackend.open(SentrySettings.of(context(Map.of("dsn", dsn))), Receipts.none(), clock);
    }
}
