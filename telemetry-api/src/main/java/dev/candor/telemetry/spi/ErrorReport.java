package dev.candor.telemetry.spi;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An error of the tool.
 *
 * <p>The maintainer's copy holds types and owned frames; the owner's also holds redacted messages and breadcrumbs. Which of the two this
 * is was decided before it was written anywhere.
 *
 * @param exceptions the error first, then its causes and suppressed errors, each naming its parent
 * @param handled whether the program caught it
 * @param severity how grave it is: a logged warning is one here too
 * @param threadKind {@code main}, {@code pool}, {@code virtual} or {@code other}; never a thread's name
 * @param operation what was being done, such as {@code train}; may be empty
 * @param traceId the trace it happened in, 32 hex digits; may be empty
 * @param spanId the span it happened in, 16 hex digits; may be empty
 * @param tags the tool's tags
 * @param breadcrumbs what happened before, oldest first
 * @param threads frames of the tool's other threads, where it asked for them
 */
public record ErrorReport(
        Header header,
        List<Thrown> exceptions,
        boolean handled,
        Severity severity,
        String threadKind,
        String operation,
        String traceId,
        String spanId,
        Map<String, Object> tags,
        List<Breadcrumb> breadcrumbs,
        List<ThreadFrames> threads)
        implements Signal {

    /** Copies the collections. */
    public ErrorReport {
        exceptions = List.copyOf(exceptions);
        tags = Ordered.copy(tags);
        breadcrumbs = List.copyOf(breadcrumbs);
        threads = List.copyOf(threads);
    }

    /** A report of an error that was caught, or of one that ended a thread, which is as grave as it can be. */
    public ErrorReport(
            Header header,
            List<Thrown> exceptions,
            boolean handled,
            String threadKind,
            String operation,
            String traceId,
            String spanId,
            Map<String, Object> tags,
            List<Breadcrumb> breadcrumbs,
            List<ThreadFrames> threads) {
        this(
                header,
                exceptions,
                handled,
                usualSeverity(handled),
                threadKind,
                operation,
                traceId,
                spanId,
                tags,
                breadcrumbs,
                threads);
    }

    /** How grave an error is of which nobody says more than whether it was caught. */
    public static Severity usualSeverity(boolean handled) {
        return handled ? Severity.ERROR : Severity.FATAL;
    }

    @Override
    public Purpose purpose() {
        return Purpose.ERRORS;
    }

    /**
     * One exception of the chain.
     *
     * @param type the class name
     * @param message a constant, or the redacted message; may be empty
     * @param parent the place in the chain of the exception that it caused or was suppressed by; -1 for the first
     * @param suppressed whether it was suppressed rather than a cause
     * @param frames innermost call first
     */
    public record Thrown(String type, String message, int parent, boolean suppressed, List<Frame> frames) {
        /** Copies {@code frames}. */
        public Thrown {
            frames = List.copyOf(frames);
        }
    }

    /**
     * One call of a stack, or a run of calls that are not the tool's own.
     *
     * @param className the class; {@code [external]} for a run of others' calls
     * @param method the method; empty for a run
     * @param file the source file's name without folders; may be empty
     * @param line the line, or -1
     * @param count how many calls a run stands for; 1 for a call
     * @param owned whether it is one of the tool's own calls
     */
    public record Frame(String className, String method, String file, int line, int count, boolean owned) {
        /** The class name of a run of calls that are not the tool's own. */
        public static final String EXTERNAL = "[external]";

        /** One of the tool's own calls, or, by the class name {@value #EXTERNAL}, a run of others'. */
        public Frame(String className, String method, String file, int line, int count) {
            this(className, method, file, line, count, !className.equals(EXTERNAL));
        }

        /** Whether it stands for a run of others' calls, which it does not name. */
        public boolean isRun() {
            return className.equals(EXTERNAL);
        }
    }

    /** What the program was doing at {@code time}. */
    public record Breadcrumb(Instant time, String category, String message) {}

    /** The frames of another thread of the tool. */
    public record ThreadFrames(String kind, List<Frame> frames) {
        /** Copies {@code frames}. */
        public ThreadFrames {
            frames = List.copyOf(frames);
        }
    }
}
