package dev.candor.telemetry.core.internal.codec;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.Severity;
import dev.candor.telemetry.core.internal.spool.Frame;
import dev.candor.telemetry.core.internal.spool.PayloadBuffer;
import dev.candor.telemetry.spi.ErrorReport;
import dev.candor.telemetry.spi.Header;
import dev.candor.telemetry.spi.LogEntry;
import dev.candor.telemetry.spi.MetricBatch;
import dev.candor.telemetry.spi.Resource;
import dev.candor.telemetry.spi.Signal;
import dev.candor.telemetry.spi.Trace;
import dev.candor.telemetry.spi.UsageEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A signal of every kind with something in every field. */
final class Samples {
    private static final long MILLIS = 1_750_000_000_123L;
    private static final UUID ID = new UUID(MILLIS << 16 | 0x7ABCL, 0x8000_0000_0000_1234L);
    static final Resource RESOURCE = new Resource(
            "tool",
            "1.0.0",
            "test",
            "Linux",
            "6.1",
            "amd64",
            "17.0.1",
            "Vendor",
            8,
            1L << 34,
            true,
            "github",
            List.of("docker", "codespaces"),
            Map.of("commit", "abc", "workers", 3L, "ratio", 0.5, "gpu", List.of("a")));
    private static final Header HEADER = new Header(ID, Instant.ofEpochMilli(MILLIS), "somebody", RESOURCE);

    private Samples() {}

    static List<Signal> all() {
        return List.of(usage(), error(), trace(), metrics(), log());
    }

    static Frame frame(Signal signal) {
        return frame(signal.purpose(), payload(signal));
    }

    static Frame frame(Purpose purpose, byte[] payload) {
        return new Frame(ID.getMostSignificantBits(), ID.getLeastSignificantBits(), purpose, new long[] {1}, payload);
    }

    static byte[] payload(Signal signal) {
        PayloadBuffer out = new PayloadBuffer();
        FrameWriter.write(out, signal, signal.header().distinctId(), ResourceCodec.encode(RESOURCE));
        return out.toByteArray();
    }

    static UsageEvent usage(Map<String, Object> attributes) {
        return new UsageEvent(HEADER, "done", attributes);
    }

    private static UsageEvent usage() {
        return usage(Map.of(
                "word",
                "größer \uD83D\uDE00 \u202E",
                "whole",
                Long.MIN_VALUE,
                "real",
                -0.0,
                "flag",
                false,
                "list",
                List.of("a", 1L, List.of(true)),
                "tree",
                Map.of("a", Map.of("b", List.of())),
                "empty",
                ""));
    }

    /** The error with another severity than its own. */
    static ErrorReport error(Severity severity) {
        ErrorReport error = error();
        return new ErrorReport(
                error.header(),
                error.exceptions(),
                error.handled(),
                severity,
                error.threadKind(),
                error.operation(),
                error.traceId(),
                error.spanId(),
                error.tags(),
                error.breadcrumbs(),
                error.threads());
    }

    private static ErrorReport error() {
        List<ErrorReport.Frame> frames = List.of(
                new ErrorReport.Frame("a.B", "run", "B.java", 12, 1),
                new ErrorReport.Frame("java.util.List", "of", "List.java", 5, 1, false),
                new ErrorReport.Frame(ErrorReport.Frame.EXTERNAL, "", "", -1, 300));
        return new ErrorReport(
                HEADER,
                List.of(
                        new ErrorReport.Thrown("java.io.IOException", "disk", -1, false, frames),
                        new ErrorReport.Thrown("a.Cause", "", 0, true, List.of())),
                true,
                "main",
                "load",
                "4bf92f3577b34da6a3ce929d0e0e4736",
                "00f067aa0ba902b7",
                Map.of("commit", "abc", "n", 1L),
                List.of(new ErrorReport.Breadcrumb(Instant.ofEpochMilli(-5), "step", "opened")),
                List.of(new ErrorReport.ThreadFrames("pool", frames)));
    }

    private static Trace trace() {
        Instant start = Instant.ofEpochSecond(1_750_000_000L, 123_456_789);
        return new Trace(
                HEADER,
                "4bf92f3577b34da6a3ce929d0e0e4736",
                List.of(
                        new Trace.Span("a1", "", "run", start, start.plusNanos(5), false, "", Map.of("n", 1L)),
                        new Trace.Span("a2", "a1", "load", start, start, true, "IOException", Map.of())));
    }

    private static MetricBatch metrics() {
        return new MetricBatch(
                HEADER,
                Instant.ofEpochSecond(1_750_000_000L, 1),
                List.of(
                        new MetricBatch.Sum("n", "1", Map.of("a", "b"), 7),
                        new MetricBatch.Last("heap", "By", Map.of(), 0.25),
                        new MetricBatch.Distribution(
                                "time", "s", Map.of(), List.of(1.0, 2.0), List.of(3L, 0L, 5L), 9.5, -1, 8)));
    }

    private static LogEntry log() {
        return new LogEntry(
                HEADER, Severity.WARN, "app", "careful", "a.B", "why", "4bf9", "00f0", Map.of("n", 1L, "f", true));
    }
}
