package dev.candor.telemetry.core;

import dev.candor.telemetry.LogBridge;
import dev.candor.telemetry.Severity;
import dev.candor.telemetry.Telemetry;
import java.util.Map;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;

/**
 * Hands records of {@code java.util.logging} to whoever runs the tool: as log records, as breadcrumbs, and from a level on as errors.
 *
 * <p>Add it to a logger and remove it before telemetry is closed. Records of telemetry's own parts and of the HTTP stack under them are ignored.
 */
public final class TelemetryLogHandler extends Handler {
    private final LogBridge bridge;
    private final Formatter messages = new SimpleFormatter();

    /**
     * A handler for {@code telemetry}.
     *
     * @param errorsFrom the least level whose records are error reports too, such as {@link Level#SEVERE}
     */
    public TelemetryLogHandler(Telemetry telemetry, Level errorsFrom) {
        this.bridge = new LogBridge(telemetry, severity(errorsFrom));
    }

    @Override
    public void publish(LogRecord record) {
        if (!isLoggable(record)) {
            return;
        }
        String logger = record.getLoggerName() == null ? "" : record.getLoggerName();
        String message = record.getMessage() == null ? "" : messages.formatMessage(record);
        bridge.publish(severity(record.getLevel()), logger, message, record.getThrown(), Map.of());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    private static Severity severity(Level level) {
        int value = level.intValue();
        if (value >= Level.SEVERE.intValue()) {
            return Severity.ERROR;
        }
        if (value >= Level.WARNING.intValue()) {
            return Severity.WARN;
        }
        if (value >= Level.CONFIG.intValue()) {
            return Severity.INFO;
        }
        return value >= Level.FINE.intValue() ? Severity.DEBUG : Severity.TRACE;
    }
}
