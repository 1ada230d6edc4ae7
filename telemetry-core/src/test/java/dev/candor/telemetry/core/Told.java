package dev.candor.telemetry.core;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What telemetry logs while a test runs, a line each. */
final class Told extends Handler {
    final List<String> lines = new CopyOnWriteArrayList<>();

    private final Logger logger = Logger.getLogger("dev.candor.telemetry");
    private final SimpleFormatter formatter = new SimpleFormatter();

    void listen() {
        logger.addHandler(this);
    }

    void stopListening() {
        logger.removeHandler(this);
    }

    @Override
    public void publish(LogRecord record) {
        lines.add(formatter.formatMessage(record));
    }

    @Override
    public void flush() {
        // nothing is held back
    }

    @Override
    public void close() {
        // nothing is open
    }
}
