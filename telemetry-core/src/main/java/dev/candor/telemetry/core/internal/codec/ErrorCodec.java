package dev.candor.telemetry.core.internal.codec;

import dev.candor.telemetry.Severity;
import dev.candor.telemetry.core.internal.spool.PayloadBuffer;
import dev.candor.telemetry.core.internal.spool.PayloadReader;
import dev.candor.telemetry.spi.ErrorReport;
import dev.candor.telemetry.spi.ErrorReport.Breadcrumb;
import dev.candor.telemetry.spi.ErrorReport.Frame;
import dev.candor.telemetry.spi.ErrorReport.ThreadFrames;
import dev.candor.telemetry.spi.ErrorReport.Thrown;
import dev.candor.telemetry.spi.Header;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An error report's own fields. */
final class ErrorCodec {
    private ErrorCodec() {}

    static void write(PayloadBuffer out, ErrorReport report) {
        out.putVarint(report.exceptions().size());
        for (Thrown thrown : report.exceptions()) {
            out.putString(thrown.type());
            out.putString(thrown.message());
            out.putSigned(thrown.parent());
            out.putBoolean(thrown.suppressed());
            writeFrames(out, thrown.frames());
        }
        out.putBoolean(report.handled());
        out.putString(report.threadKind());
        out.putString(report.operation());
        out.putString(report.traceId());
        out.putString(report.spanId());
        Values.writeEntries(out, report.tags());
        out.putVarint(report.breadcrumbs().size());
        for (Breadcrumb crumb : report.breadcrumbs()) {
            out.putSigned(crumb.time().toEpochMilli());
            out.putString(crumb.category());
            out.putString(crumb.message());
        }
        out.putVarint(report.threads().size());
        for (ThreadFrames thread : report.threads()) {
            out.putString(thread.kind());
            writeFrames(out, thread.frames());
        }
        // the usual one goes without saying, as in frames of before there was any other
        if (report.severity() != ErrorReport.usualSeverity(report.handled())) {
            out.putVarint(report.severity().number());
        }
    }

    static ErrorReport read(PayloadReader in, Header header) {
        List<Thrown> exceptions = new ArrayList<>();
        for (int left = Values.size(in, 0); left > 0; left--) {
            exceptions.add(
                    new Thrown(in.getString(), in.getString(), (int) in.getSigned(), in.getBoolean(), readFrames(in)));
        }
        boolean handled = in.getBoolean();
        String threadKind = in.getString();
        String operation = in.getString();
        String traceId = in.getString();
        String spanId = in.getString();
        Map<String, Object> tags = Values.readEntries(in);
        List<Breadcrumb> crumbs = new ArrayList<>();
        for (int left = Values.size(in, 0); left > 0; left--) {
            crumbs.add(new Breadcrumb(Instant.ofEpochMilli(in.getSigned()), in.getString(), in.getString()));
        }
        List<ThreadFrames> threads = new ArrayList<>();
        for (int left = Values.size(in, 0); left > 0; left--) {
            threads.add(new ThreadFrames(in.getString(), readFrames(in)));
        }
        return new ErrorReport(
                header,
                exceptions,
                handled,
                severity(in, handled),
                threadKind,
                operation,
                traceId,
                spanId,
                tags,
                crumbs,
                threads);
    }

    private static Severity severity(PayloadReader in, boolean handled) {
        if (in.remaining() > 0) {
            long number = in.getVarint();
            for (Severity each : Severity.values()) {
                if (each.number() == number) {
                    return each;
                }
            }
        }
        return ErrorReport.usualSeverity(handled);
    }

    private static void writeFrames(PayloadBuffer out, List<Frame> frames) {
        out.putVarint(frames.size());
        for (Frame frame : frames) {
            out.putString(frame.className());
            out.putString(frame.method());
            out.putString(frame.file());
            out.putSigned(frame.line());
            out.putVarint(frame.count());
            out.putBoolean(frame.owned());
        }
    }

    private static List<Frame> readFrames(PayloadReader in) {
        List<Frame> frames = new ArrayList<>();
        for (int left = Values.size(in, 0); left > 0; left--) {
            frames.add(new Frame(
                    in.getString(),
                    in.getString(),
                    in.getString(),
                    (int) in.getSigned(),
                    (int) in.getVarint(),
                    in.getBoolean()));
        }
        return frames;
    }
}
