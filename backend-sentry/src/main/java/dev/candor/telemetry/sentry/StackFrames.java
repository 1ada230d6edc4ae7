package dev.candor.telemetry.sentry;

import dev.candor.telemetry.spi.ErrorReport.Frame;
import io.sentry.protocol.SentryStackFrame;
import io.sentry.protocol.SentryStackTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Frames as Sentry orders them: outermost call first (develop.sentry.dev, "Stack Trace Interface"). */
final class StackFrames {
    private StackFrames() {}

    /** Frames that were given innermost call first. */
    static SentryStackTrace of(List<Frame> frames) {
        List<SentryStackFrame> reversed = new ArrayList<>(frames.size());
        for (int i = frames.size() - 1; i >= 0; i--) {
            Frame frame = frames.get(i);
            reversed.add(frame.isRun() ? external(frame) : call(frame));
        }
        return new SentryStackTrace(reversed);
    }

    private static SentryStackFrame call(Frame frame) {
        SentryStackFrame sent = new SentryStackFrame();
        sent.setModule(frame.className());
        sent.setFunction(frame.method());
        if (!frame.file().isEmpty()) {
            sent.setFilename(frame.file());
        }
        if (frame.line() >= 0) {
            sent.setLineno(frame.line());
        }
        sent.setInApp(frame.owned());
        return sent;
    }

    private static SentryStackFrame external(Frame frame) {
        SentryStackFrame sent = new SentryStackFrame();
        sent.setFunction(Frame.EXTERNAL);
        sent.setInApp(false);
        // A variable, not a part of the name: Sentry groups errors by the names of frames.
        sent.setVars(Map.of("calls", frame.count()));
        return sent;
    }
}
