package dev.candor.telemetry.core.internal.errors;

import dev.candor.telemetry.core.internal.catalogue.Scrubber;
import dev.candor.telemetry.spi.ErrorReport.Frame;
import dev.candor.telemetry.spi.ErrorReport.Thrown;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads an exception with its causes and suppressed ones. Bounded whatever the exception does: cycles end, at most 8 causes deep and 16
 * in all, and an accessor that throws counts as empty.
 */
final class ChainReader {
    /** What stands for a message that may not be sent. */
    static final String WITHHELD = "(message not sent)";

    private static final int MOST_DEPTH = 8;
    private static final int MOST_EXCEPTIONS = 16;
    private static final StackTraceElement[] NO_STACK = {};

    private final FrameReader frames;
    private final Scrubber scrubber;
    private final boolean allFrames;
    private final boolean messages;
    private final List<Thrown> chain = new ArrayList<>();
    private final Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private ChainReader(FrameReader frames, Scrubber scrubber, boolean allFrames, boolean messages) {
        this.frames = frames;
        this.scrubber = scrubber;
        this.allFrames = allFrames;
        this.messages = messages;
    }

    /**
     * Reads {@code error}.
     *
     * @param allFrames whether frames of others are kept, for the owner
     * @param messages whether redacted messages are kept
     */
    static List<Thrown> read(
            Throwable error, FrameReader frames, Scrubber scrubber, boolean allFrames, boolean messages) {
        ChainReader reader = new ChainReader(frames, scrubber, allFrames, messages);
        reader.add(error, -1, false, 0);
        return reader.chain;
    }

    /** The stack, or an empty one where the exception has none or fails to say. */
    static StackTraceElement[] stackOf(Throwable error) {
        try {
            StackTraceElement[] stack = error.getStackTrace();
            return stack == null || Arrays.asList(stack).contains(null) ? NO_STACK : stack;
        } catch (RuntimeException | Error hostile) {
            return NO_STACK;
        }
    }

    /** The raw message, empty where there is none or it fails. */
    static String messageOf(Throwable error) {
        try {
            String message = error.getMessage();
            return message == null ? "" : message;
        } catch (RuntimeException | Error hostile) {
            return "";
        }
    }

    private void add(Throwable error, int parent, boolean suppressed, int depth) {
        if (depth > MOST_DEPTH || chain.size() >= MOST_EXCEPTIONS || !seen.add(error)) {
            return;
        }
        StackTraceElement[] stack = stackOf(error);
        List<Frame> read = allFrames ? frames.all(stack) : frames.owned(stack);
        String message = messages ? scrubber.text(messageOf(error)) : WITHHELD;
        int place = chain.size();
        chain.add(new Thrown(FrameReader.plain(error.getClass().getName()), message, parent, suppressed, read));
        Throwable cause = causeOf(error);
        if (cause != null) {
            add(cause, place, false, depth + 1);
        }
        for (Throwable other : suppressedOf(error)) {
            add(other, place, true, depth + 1);
        }
    }

    private static @Nullable Throwable causeOf(Throwable error) {
        try {
            return error.getCause();
        } catch (RuntimeException | Error hostile) {
            return null;
        }
    }

    private static Throwable[] suppressedOf(Throwable error) {
        try {
            return error.getSuppressed();
        } catch (RuntimeException | Error hostile) {
            return new Throwable[0];
        }
    }
}
