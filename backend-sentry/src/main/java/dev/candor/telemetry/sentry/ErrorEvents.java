package dev.candor.telemetry.sentry;

import dev.candor.telemetry.Severity;
import dev.candor.telemetry.spi.ErrorReport;
import dev.candor.telemetry.spi.ErrorReport.ThreadFrames;
import io.sentry.Breadcrumb;
import io.sentry.SentryEvent;
import io.sentry.SentryLevel;
import io.sentry.protocol.SentryStackTrace;
import io.sentry.protocol.SentryThread;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

/** Encodes an error as a Sentry event. */
final class ErrorEvents {
    /** The id of the thread an error happened in. Real ids would tell two runs apart that should look the same. */
    private static final long OWN_THREAD = 0;

    private final Surroundings surroundings;

    ErrorEvents(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** The event, under the report's own id and time. */
    SentryEvent event(ErrorReport report) {
        SentryEvent event = new SentryEvent();
        event.setTimestamp(Date.from(report.header().time()));
        event.setLevel(level(report.severity()));
        if (!report.operation().isEmpty()) {
            event.setTransaction(report.operation());
        }
        addThreads(event, report);
        for (ErrorReport.Breadcrumb crumb : report.breadcrumbs()) {
            event.addBreadcrumb(breadcrumb(crumb));
        }
        if (!report.traceId().isEmpty() && !report.spanId().isEmpty()) {
            event.getContexts().put("trace", Surroundings.trace(report.traceId(), report.spanId()));
        }
        Tags tags = new Tags();
        tags.put("thread.kind", report.threadKind());
        tags.put("operation", report.operation());
        tags.putAll(report.tags());
        surroundings.describe(event, report.header(), tags);
        return event;
    }

    private static SentryLevel level(Severity severity) {
        return switch (severity) {
            case TRACE, DEBUG -> SentryLevel.DEBUG;
            case INFO -> SentryLevel.INFO;
            case WARN -> SentryLevel.WARNING;
            case ERROR -> SentryLevel.ERROR;
            case FATAL -> SentryLevel.FATAL;
        };
    }

    /** Other threads are listed only where the tool asked for them; then the failing one is listed too, since Sentry links the two. */
    private static void addThreads(SentryEvent event, ErrorReport report) {
        if (report.threads().isEmpty()) {
            event.setExceptions(ExceptionChain.of(report, -1));
            return;
        }
        event.setExceptions(ExceptionChain.of(report, OWN_THREAD));
        List<SentryThread> threads = new ArrayList<>();
        SentryThread own = thread(OWN_THREAD, report.threadKind());
        own.setCurrent(true);
        own.setCrashed(!report.handled());
        threads.add(own);
        for (ThreadFrames other : report.threads()) {
            SentryThread sent = thread(threads.size(), other.kind());
            SentryStackTrace trace = StackFrames.of(other.frames());
            trace.setSnapshot(true);
            sent.setStacktrace(trace);
            threads.add(sent);
        }
        event.setThreads(threads);
    }

    private static SentryThread thread(long id, String kind) {
        SentryThread thread = new SentryThread();
        thread.setId(id);
        thread.setName(kind);
        thread.setMain(kind.equals("main"));
        thread.setCurrent(false);
        thread.setCrashed(false);
        return thread;
    }

    private static Breadcrumb breadcrumb(ErrorReport.Breadcrumb crumb) {
        Breadcrumb sent = new Breadcrumb(Date.from(crumb.time()));
        sent.setCategory(crumb.category());
        sent.setMessage(crumb.message());
        sent.setLevel(SentryLevel.INFO);
        return sent;
    }
}
