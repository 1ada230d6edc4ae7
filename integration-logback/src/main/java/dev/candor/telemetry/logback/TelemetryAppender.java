package dev.candor.telemetry.logback;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import dev.candor.telemetry.LogBridge;
import dev.candor.telemetry.Severity;
import dev.candor.telemetry.Telemetry;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Hands Logback's events to whoever runs the tool: as log records, as breadcrumbs, and from a level on as errors.
 *
 * <p>Made in code, once telemetry is open, and detached before it is closed. MDC values are not sent: they hold what the application
 * knows of its users.
 */
public final class TelemetryAppender extends UnsynchronizedAppenderBase<ILoggingEvent> {
    private final LogBridge bridge;

    /**
     * An appender for {@code telemetry}.
     *
     * @param errorsFrom the least level whose events are error reports too, such as {@link Level#ERROR}
     */
    public TelemetryAppender(Telemetry telemetry, Level errorsFrom) {
        this.bridge = new LogBridge(telemetry, severity(errorsFrom));
        setName("candor");
    }

    @Override
    protected void append(ILoggingEvent event) {
        String message = event.getFormattedMessage();
        bridge.publish(
                severity(event.getLevel()),
                event.getLoggerName(),
                message == null ? "" : message,
                thrown(event),
                Map.of());
    }

    private static @Nullable Throwable thrown(ILoggingEvent event) {
        return event.getThrowableProxy() instanceof ThrowableProxy proxy ? proxy.getThrowable() : null;
    }

    private static Severity severity(Level level) {
        if (level.isGreaterOrEqual(Level.ERROR)) {
            return Severity.ERROR;
        }
        if (level.isGreaterOrEqual(Level.WARN)) {
            return Severity.WARN;
        }
        if (level.isGreaterOrEqual(Level.INFO)) {
            return Severity.INFO;
        }
        return level.isGreaterOrEqual(Level.DEBUG) ? Severity.DEBUG : Severity.TRACE;
    }
}
