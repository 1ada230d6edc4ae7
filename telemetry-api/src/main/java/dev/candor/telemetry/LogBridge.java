package dev.candor.telemetry;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a handler of a logging library does with a record: it becomes a log record, a breadcrumb, and from a severity on an error report.
 *
 * <p>Safe for use by several threads. A record that arises while one is being handled on the same thread is ignored, so that a logging
 * library that logs cannot recurse. Records of telemetry's own parts, and of what these send with, are ignored on every thread.
 */
public final class LogBridge {
    /** Loggers of the parts that deliver: a record of theirs would make the next one. */
    private static final String[] OWN_LOGGERS = {
        "dev.candor.telemetry",
        "sun.net.www.",
        "jdk.internal.httpclient",
        "io.sentry.",
        "com.posthog.",
        "okhttp3.",
        "io.opentelemetry."
    };

    private final Telemetry telemetry;
    private final Severity errorsFrom;

    @SuppressWarnings("ThreadLocalUsage") // a static one would be shared by all tools of a process
    private final ThreadLocal<Boolean> handling = new ThreadLocal<>();

    /**
     * Hands records to {@code telemetry}.
     *
     * @param errorsFrom the least grave record that is an error report too: with what was logged with it, or by its message alone
     */
    public LogBridge(Telemetry telemetry, Severity errorsFrom) {
        this.telemetry = Objects.requireNonNull(telemetry);
        this.errorsFrom = Objects.requireNonNull(errorsFrom);
    }

    /** Handles one record. Never throws. */
    public void publish(
            Severity severity, String logger, String message, @Nullable Throwable error, Map<String, ?> attributes) {
        if (handling.get() != null || isOwn(logger)) {
            return;
        }
        handling.set(Boolean.TRUE);
        try {
            telemetry.logs().log(severity, logger, message, error, attributes);
            if (severity.compareTo(errorsFrom) >= 0) {
                telemetry.errors().record(error != null ? error : new LoggedError(logger, message), severity);
            } else if (severity.compareTo(Severity.INFO) >= 0) {
                telemetry.errors().breadcrumb("log", message);
            }
        } catch (RuntimeException | LinkageError failed) {
            // A logging call of the host's must not fail for telemetry's reasons.
            return;
        } finally {
            handling.remove();
        }
    }

    /** Whether a logger belongs to telemetry itself or to what it sends with. */
    public static boolean isOwn(String logger) {
        for (String prefix : OWN_LOGGERS) {
            if (logger.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    /** An error that was logged without an exception. It has no stack, and so is nobody's own: only the owner's copy is made of it. */
    public static final class LoggedError extends Exception {
        private static final long serialVersionUID = 1L;

        LoggedError(String logger, String message) {
            super(logger + ": " + message, null, false, false);
        }
    }
}
