package dev.candor.telemetry.otlp;

import dev.candor.telemetry.spi.ErrorReport;
import dev.candor.telemetry.spi.ErrorReport.Breadcrumb;
import dev.candor.telemetry.spi.ErrorReport.Frame;
import dev.candor.telemetry.spi.ErrorReport.ThreadFrames;
import dev.candor.telemetry.spi.ErrorReport.Thrown;
import java.util.ArrayList;
import java.util.List;

/** An error as attributes: {@code exception.*} by the semantic conventions, the rest under {@code candor.}. */
final class ErrorAttributes {
    private ErrorAttributes() {}

    static void put(AttributeSet attributes, ErrorReport report) {
        Thrown error = report.exceptions().get(0);
        attributes
                .put("exception.type", error.type())
                .put("exception.message", error.message())
                .put("exception.stacktrace", stackTrace(report.exceptions()))
                .put("candor.error.handled", report.handled())
                .put("candor.error.in_app", ownFrames(report.exceptions()))
                .put("candor.thread.kind", report.threadKind())
                .put("candor.operation", report.operation())
                .put("candor.breadcrumbs", breadcrumbs(report.breadcrumbs()))
                .put("candor.threads", threads(report.threads()));
    }

    /** The chain as Java prints it, with the runs of others' calls counted. */
    private static String stackTrace(List<Thrown> exceptions) {
        StringBuilder text = new StringBuilder();
        for (Thrown thrown : exceptions) {
            if (thrown.parent() >= 0) {
                text.append(thrown.suppressed() ? "Suppressed: " : "Caused by: ");
            }
            text.append(thrown.type());
            if (!thrown.message().isEmpty()) {
                text.append(": ").append(thrown.message());
            }
            text.append('\n');
            append(text, thrown.frames());
        }
        return text.toString();
    }

    /** The tool's own frames, which a printed stack does not tell from others; empty where it names no others. */
    private static List<String> ownFrames(List<Thrown> exceptions) {
        List<String> own = new ArrayList<>();
        boolean others = false;
        for (Thrown thrown : exceptions) {
            for (Frame frame : thrown.frames()) {
                if (frame.owned()) {
                    own.add(line(frame));
                } else {
                    others |= !frame.isRun();
                }
            }
        }
        return others ? own : List.of();
    }

    private static void append(StringBuilder text, List<Frame> frames) {
        for (Frame frame : frames) {
            text.append("\tat ").append(line(frame)).append('\n');
        }
    }

    private static String line(Frame frame) {
        if (frame.isRun()) {
            return Frame.EXTERNAL + " (" + frame.count() + " calls)";
        }
        StringBuilder text = new StringBuilder(frame.className());
        text.append('.').append(frame.method()).append('(');
        text.append(frame.file().isEmpty() ? "Unknown Source" : frame.file());
        if (frame.line() >= 0) {
            text.append(':').append(frame.line());
        }
        return text.append(')').toString();
    }

    private static List<String> breadcrumbs(List<Breadcrumb> crumbs) {
        List<String> lines = new ArrayList<>(crumbs.size());
        for (Breadcrumb crumb : crumbs) {
            lines.add(crumb.time() + " " + crumb.category() + ": " + crumb.message());
        }
        return lines;
    }

    private static List<String> threads(List<ThreadFrames> threads) {
        List<String> all = new ArrayList<>(threads.size());
        for (ThreadFrames thread : threads) {
            StringBuilder text = new StringBuilder(thread.kind()).append('\n');
            append(text, thread.frames());
            all.add(text.toString());
        }
        return all;
    }
}
