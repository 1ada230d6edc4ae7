package dev.candor.examples.loader;

import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.core.TelemetryLogHandler;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Hands what any logger of this process logs to whoever runs the pipeline, until it is closed. */
final class LogCapture implements AutoCloseable {
    // Kept: the log manager itself holds loggers weakly.
    private final Logger root = Logger.getLogger("");
    private final Level before = root.getLevel();
    private final TelemetryLogHandler handler;

    LogCapture(Telemetry telemetry, LogLevel level) {
        handler = new TelemetryLogHandler(telemetry, level.reported());
        root.setLevel(level.logged());
        root.addHandler(handler);
    }

    @Override
    public void close() {
        root.removeHandler(handler);
        root.setLevel(before);
    }
}
