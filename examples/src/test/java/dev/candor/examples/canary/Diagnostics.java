package dev.candor.examples.canary;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** All that telemetry says about itself to the platform's logger, with stacks. */
final class Diagnostics extends Handler implements AutoCloseable {
    private static final Logger OURS = Logger.getLogger("dev.candor.telemetry");

    private final StringBuffer said = new StringBuffer();
    private final Level before = OURS.getLevel();

    private Diagnostics() {}

    static Diagnostics listen() {
        Diagnostics listening = new Diagnostics();
        OURS.setLevel(Level.ALL);
        OURS.addHandler(listening);
        return listening;
    }

    @Override
    public void publish(LogRecord record) {
        said.append(record.getMessage()).append('\n');
        if (record.getParameters() != null) {
            for (Object each : record.getParameters()) {
                said.append(each).append('\n');
            }
        }
        if (record.getThrown() != null) {
            StringWriter stack = new StringWriter();
            record.getThrown().printStackTrace(new PrintWriter(stack));
            said.append(stack);
        }
    }

    String said() {
        return said.toString();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        OURS.removeHandler(this);
        OURS.setLevel(before);
    }
}
