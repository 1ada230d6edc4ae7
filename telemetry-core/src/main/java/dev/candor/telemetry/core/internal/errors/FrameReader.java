package dev.candor.telemetry.core.internal.errors;

import dev.candor.telemetry.spi.ErrorReport.Frame;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads stack frames: the tool's own as they are, runs of others' as one, or all of them for the owner. */
final class FrameReader {
    private static final int MOST_FRAMES = 64;
    /** Elements looked at; a stack overflow has a thousand and a hostile one more. */
    private static final int MOST_ELEMENTS = 2_048;

    private static final int LONGEST_NAME = 256;

    private final Ownership ownership;

    FrameReader(Ownership ownership) {
        this.ownership = ownership;
    }

    /** Owned frames, and for each run of others its length. */
    List<Frame> owned(StackTraceElement[] stack) {
        List<Frame> frames = new ArrayList<>();
        int external = 0;
        int last = Math.min(stack.length, MOST_ELEMENTS);
        for (int i = 0; i < last && frames.size() < MOST_FRAMES; i++) {
            if (ownership.owns(stack[i].getClassName())) {
                addExternal(frames, external);
                external = 0;
                frames.add(frame(stack[i], true));
            } else {
                external++;
            }
        }
        addExternal(frames, external);
        return frames;
    }

    /** Every frame, up to 64. */
    List<Frame> all(StackTraceElement[] stack) {
        List<Frame> frames = new ArrayList<>();
        for (int i = 0; i < stack.length && frames.size() < MOST_FRAMES; i++) {
            frames.add(frame(stack[i], ownership.owns(stack[i].getClassName())));
        }
        return frames;
    }

    private static void addExternal(List<Frame> frames, int count) {
        if (count > 0) {
            frames.add(new Frame(Frame.EXTERNAL, "", "", -1, count));
        }
    }

    private static Frame frame(StackTraceElement element, boolean owned) {
        return new Frame(
                plain(element.getClassName()),
                plain(element.getMethodName()),
                fileName(element.getFileName()),
                Math.max(-1, element.getLineNumber()),
                1,
                owned);
    }

    /** Without folders, whatever the system that compiled it. */
    private static String fileName(@Nullable String file) {
        if (file == null) {
            return "";
        }
        int cut = Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\'));
        return plain(file.substring(cut + 1));
    }

    /** A name without control characters and of bounded length: class files may hold anything. */
    static String plain(String name) {
        int length = Math.min(name.length(), LONGEST_NAME);
        StringBuilder clean = null;
        for (int i = 0; i < length; i++) {
            if (Character.isISOControl(name.charAt(i))) {
                clean = clean == null ? new StringBuilder(name.substring(0, length)) : clean;
                clean.setCharAt(i, '?');
            }
        }
        return clean == null ? name.substring(0, length) : clean.toString();
    }
}
