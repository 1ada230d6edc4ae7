package dev.candor.examples.loader;

import dev.candor.telemetry.Event;
import dev.candor.telemetry.EventType;
import dev.candor.telemetry.Telemetry;
import java.util.function.UnaryOperator;

/** Times one command and reports it when it is over, whether it worked or not. */
final class CommandReport implements AutoCloseable {
    private static final double NANOS = 1e9;

    private final Telemetry telemetry;
    private final String name;
    private final EventType type;
    private final UnaryOperator<Event> more;
    private final long start = System.nanoTime();
    private boolean success;

    CommandReport(Telemetry telemetry, String name, EventType type, UnaryOperator<Event> more) {
        this.telemetry = telemetry;
        this.name = name;
        this.type = type;
        this.more = more;
    }

    Telemetry telemetry() {
        return telemetry;
    }

    void succeeded() {
        success = true;
    }

    @Override
    public void close() {
        Event event = telemetry
                .event(type)
                .with(LoaderEvents.CATEGORY, "command")
                .with(LoaderEvents.NAME, name)
                .with(LoaderEvents.ELAPSED, (System.nanoTime() - start) / NANOS)
                .with(LoaderEvents.SUCCESS, success);
        more.apply(event).record();
        telemetry.close();
    }
}
