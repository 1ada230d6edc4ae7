package dev.candor.telemetry.core.internal.errors;

import dev.candor.telemetry.Audience;
import dev.candor.telemetry.Errors;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.Severity;
import dev.candor.telemetry.core.ErrorRules;
import dev.candor.telemetry.core.internal.catalogue.Scrubber;
import dev.candor.telemetry.core.internal.intake.SignalSink;
import dev.candor.telemetry.core.internal.trace.CurrentSpan;
import dev.candor.telemetry.spi.ErrorReport;
import dev.candor.telemetry.spi.ErrorReport.Breadcrumb;
import dev.candor.telemetry.spi.ErrorReport.ThreadFrames;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** Reports errors: the maintainer's copy of those that are the tool's own, the owner's rich copy of all that are not expected. */
public final class ErrorReporter implements Errors {
    /** What stands for a message that may not be sent. */
    public static final String WITHHELD = ChainReader.WITHHELD;

    private static final int LONGEST_CRUMB = 512;

    private final ErrorRules rules;
    private final Ownership ownership;
    private final FrameReader frames;
    private final Scrubber scrubber;
    private final SignalSink sink;
    private final CurrentSpan current;
    private final Breadcrumbs crumbs;
    private final Clock clock;
    private final Map<String, Object> tags;
    private final Reported reported = new Reported();

    /** Reports to {@code sink} by {@code rules}; {@code tags} go with every report. */
    public ErrorReporter(
            ErrorRules rules,
            Scrubber scrubber,
            SignalSink sink,
            CurrentSpan current,
            Breadcrumbs crumbs,
            Clock clock,
            Map<String, Object> tags) {
        this.rules = rules;
        this.ownership = new Ownership(rules.ownedPackages());
        this.frames = new FrameReader(ownership);
        this.scrubber = scrubber;
        this.sink = sink;
        this.current = current;
        this.crumbs = crumbs;
        this.clock = clock;
        this.tags = Collections.unmodifiableMap(new TreeMap<>(tags));
    }

    @Override
    public <X extends Exception> void run(ThrowingRunnable<X> body) throws X {
        try {
            body.run();
        } catch (Throwable error) {
            report(error, false);
            throw error;
        }
    }

    @Override
    public <T, X extends Exception> T call(ThrowingSupplier<T, X> body) throws X {
        try {
            return body.get();
        } catch (Throwable error) {
            report(error, false);
            throw error;
        }
    }

    @Override
    public Runnable wrap(Runnable task) {
        return () -> run(task::run);
    }

    @Override
    public <T> Callable<T> wrapCallable(Callable<T> task) {
        return () -> call(task::call);
    }

    @Override
    public <T> Supplier<T> wrapSupplier(Supplier<T> supplier) {
        return () -> call(supplier::get);
    }

    @Override
    public boolean record(Throwable error) {
        return report(error, true);
    }

    @Override
    public boolean record(Throwable error, Severity severity) {
        return report(error, true, severity);
    }

    @Override
    public void breadcrumb(String category, String message) {
        if (message != null && accepts()) {
            String text = scrubber.text(message);
            crumbs.add(new Breadcrumb(clock.instant(), scrubber.text(category), cut(text)));
        }
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST_CRUMB) {
            return text;
        }
        boolean half = Character.isHighSurrogate(text.charAt(LONGEST_CRUMB - 1));
        return text.substring(0, half ? LONGEST_CRUMB - 1 : LONGEST_CRUMB);
    }

    @Override
    public Handle captureUncaught() {
        return UncaughtChain.install(this);
    }

    /** Reports an exception that ended {@code thread}. */
    void uncaught(Throwable error) {
        report(error, false);
    }

    private boolean report(Throwable error, boolean handled) {
        return report(error, handled, ErrorReport.usualSeverity(handled));
    }

    /** Never throws: what fails here is the report alone. An exception's own accessors may throw anything, and the host's goes on. */
    private boolean report(Throwable error, boolean handled, Severity severity) {
        try {
            return accepts() && !isExpected(error) && reported.first(error) && submit(error, handled, severity);
        } catch (RuntimeException | Error failed) {
            return false;
        }
    }

    private boolean accepts() {
        return sink.accepts(Purpose.ERRORS, Audience.MAINTAINER) || sink.accepts(Purpose.ERRORS, Audience.OWNER);
    }

    private boolean isExpected(Throwable error) {
        try {
            return rules.isExpected(error);
        } catch (RuntimeException | Error broken) {
            return true;
        }
    }

    private boolean submit(Throwable error, boolean handled, Severity severity) {
        StackTraceElement[] stack = ChainReader.stackOf(error);
        boolean taken = false;
        if (sink.accepts(Purpose.ERRORS, Audience.OWNER)) {
            taken = sink.submit(make(error, stack, handled, severity, true, true), Audience.OWNER);
        }
        if (sink.accepts(Purpose.ERRORS, Audience.MAINTAINER) && ownership.answersFor(stack, rules.anyOwnedFrame())) {
            taken |= sink.submit(
                    make(error, stack, handled, severity, false, allowsMessage(error)), Audience.MAINTAINER);
        }
        return taken;
    }

    private boolean allowsMessage(Throwable error) {
        try {
            return rules.allowsMessage(error);
        } catch (RuntimeException | Error broken) {
            return false;
        }
    }

    private ErrorReport make(
            Throwable error,
            StackTraceElement[] stack,
            boolean handled,
            Severity severity,
            boolean forOwner,
            boolean messages) {
        List<ThreadFrames> threads = rules.threads() ? OwnedThreads.read(frames) : List.of();
        return new ErrorReport(
                sink.newHeader(),
                ChainReader.read(error, frames, scrubber, forOwner, messages),
                handled,
                severity,
                ThreadKind.of(Thread.currentThread(), stack),
                forOwner || messages ? scrubber.text(current.operation()) : "",
                forOwner ? current.traceId() : "",
                forOwner ? current.spanId() : "",
                tags,
                messages ? crumbs.last() : List.of(),
                threads);
    }
}
