package dev.candor.telemetry.core.internal.errors;

import dev.candor.telemetry.spi.ErrorReport.Frame;
import dev.candor.telemetry.spi.ErrorReport.ThreadFrames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The owned frames of other threads: frames only, no names, no locks. */
final class OwnedThreads {
    private static final int MOST_THREADS = 16;

    private OwnedThreads() {}

    static List<ThreadFrames> read(FrameReader frames) {
        List<ThreadFrames> found = new ArrayList<>();
        Thread self = Thread.currentThread();
        for (Map.Entry<Thread, StackTraceElement[]> entry :
                Thread.getAllStackTraces().entrySet()) {
            if (found.size() == MOST_THREADS) {
                break;
            }
            List<Frame> owned = frames.owned(entry.getValue());
            if (entry.getKey() != self && hasOwned(owned)) {
                found.add(new ThreadFrames(ThreadKind.of(entry.getKey(), entry.getValue()), owned));
            }
        }
        return found;
    }

    private static boolean hasOwned(List<Frame> frames) {
        for (Frame frame : frames) {
            if (frame.owned()) {
                return true;
            }
        }
        return false;
    }
}
