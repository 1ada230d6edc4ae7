package dev.candor.telemetry.sentry;

import dev.candor.telemetry.spi.ErrorReport;
import dev.candor.telemetry.spi.ErrorReport.Thrown;
import io.sentry.protocol.Mechanism;
import io.sentry.protocol.SentryException;
import java.util.ArrayList;
import java.util.List;

/**
 * An error's exceptions as Sentry orders them: causes first, the error itself last (develop.sentry.dev, "Exception Interface").
 *
 * <p>Ids and parents say which exception caused or suppressed which, as Sentry's Java client numbers them.
 */
final class ExceptionChain {
    private ExceptionChain() {}

    /** The chain of a report, each exception bound to thread {@code threadId} unless that is negative. */
    static List<SentryException> of(ErrorReport report, long threadId) {
        List<Thrown> thrown = report.exceptions();
        List<SentryException> chain = new ArrayList<>(thrown.size());
        for (int i = thrown.size() - 1; i >= 0; i--) {
            SentryException exception = exception(thrown.get(i));
            exception.setMechanism(mechanism(report, i));
            if (threadId >= 0) {
                exception.setThreadId(threadId);
            }
            chain.add(exception);
        }
        return chain;
    }

    private static SentryException exception(Thrown thrown) {
        SentryException exception = new SentryException();
        int dot = thrown.type().lastIndexOf('.');
        exception.setType(thrown.type().substring(dot + 1));
        if (dot > 0) {
            exception.setModule(thrown.type().substring(0, dot));
        }
        if (!thrown.message().isEmpty()) {
            exception.setValue(thrown.message());
        }
        if (!thrown.frames().isEmpty()) {
            exception.setStacktrace(StackFrames.of(thrown.frames()));
        }
        return exception;
    }

    private static Mechanism mechanism(ErrorReport report, int index) {
        Thrown thrown = report.exceptions().get(index);
        Mechanism mechanism = new Mechanism();
        mechanism.setExceptionId(index);
        if (thrown.parent() < 0) {
            mechanism.setType("generic");
            mechanism.setHandled(report.handled());
            return mechanism;
        }
        mechanism.setType(thrown.suppressed() ? "suppressed" : "chained");
        mechanism.setParentId(thrown.parent());
        return mechanism;
    }
}
