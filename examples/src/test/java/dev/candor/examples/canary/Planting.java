package dev.candor.examples.canary;

import dev.candor.telemetry.Attribute;
import dev.candor.telemetry.Errors;
import dev.candor.telemetry.EventType;
import dev.candor.telemetry.Severity;
import dev.candor.telemetry.Span;
import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.core.TelemetryLogHandler;
import dev.candor.telemetry.servlet.FinishedRequest;
import java.io.IOException;
import java.lang.Thread.UncaughtExceptionHandler;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/** Hands secrets to every API there is, one after the other. */
final class Planting implements AutoCloseable {
    static final int WAYS = 13;
    static final int LONGEST_TEXT = 400;
    static final Attribute<String> NOTE = Attribute.text("note", LONGEST_TEXT);
    static final Attribute<List<String>> NOTES = Attribute.listOf("notes", Attribute.text("each", LONGEST_TEXT), 4);
    static final Attribute<String> NAME = Attribute.hash("name");
    static final Attribute<String> KIND = Attribute.oneOf("kind", "small", "large");
    static final Attribute<Map<String, ?>> CONFIG = Attribute.tree("config", 6, 100);
    static final EventType DONE = EventType.named("work_done")
            .with(NOTE)
            .with(NOTES)
            .with(NAME)
            .with(KIND)
            .with(CONFIG)
            .build();

    private final Telemetry telemetry;
    private final UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    private final Errors.Handle uncaught;
    private final TelemetryLogHandler logs;
    private final Site site;

    Planting(Telemetry telemetry) throws Exception {
        this.telemetry = telemetry;
        // the host's own, which would print the stacks
        Thread.setDefaultUncaughtExceptionHandler((thread, error) -> {});
        this.uncaught = telemetry.errors().captureUncaught();
        this.logs = new TelemetryLogHandler(telemetry, Level.SEVERE);
        this.site = new Site(telemetry, this::finished);
    }

    void plant(int way, String text) throws Exception {
        switch (way) {
            case 0 ->
                telemetry
                        .event(DONE)
                        .with(NOTE, text)
                        .with(NAME, text)
                        .with(KIND, text)
                        .record();
            case 1 ->
                telemetry.event(DONE).with(NOTES, List.of(text, "x " + text)).record();
            case 2 -> config(text);
            case 3 -> telemetry.errors().record(new IllegalStateException(text));
            case 4 -> telemetry.errors().record(nested(text));
            case 5 -> telemetry.errors().breadcrumb(text, text);
            case 6 -> onThread(text, () -> telemetry.errors().record(new IOException("x")));
            case 7 -> span(text);
            case 8 -> telemetry.logs().log(Severity.ERROR, text, text, new IOException(text), Map.of(text, text));
            case 9 ->
                telemetry.metrics().counter(text, text).labelled(text, text).add(1);
            case 10 -> die(text);
            case 11 -> logged(text);
            default -> site.ask(text);
        }
    }

    @Override
    public void close() throws Exception {
        site.close();
        uncaught.close();
        Thread.setDefaultUncaughtExceptionHandler(before);
    }

    private void config(String text) {
        Map<String, Object> tree = Map.of(
                "a",
                Map.of("b", List.of(text)),
                text,
                1,
                "array",
                new String[] {text},
                "deep",
                List.of(Map.of(text, text)));
        telemetry.event(DONE).with(CONFIG, tree).record();
    }

    private static Exception nested(String text) {
        Exception outer = new IllegalStateException("outer", new IOException(text));
        outer.addSuppressed(new IllegalArgumentException(text, new IOException(text)));
        return outer;
    }

    private void span(String text) {
        try (Span span = telemetry.trace(text)) {
            span.set("note", text).set(text, 1).input(text).output(text).fail(new IOException(text));
            span.child(text).close();
            telemetry.errors().record(new IllegalStateException("x"));
        }
    }

    private static void die(String text) throws InterruptedException {
        onThread(text, () -> {
            throw new IllegalStateException(text, new IOException(text));
        });
    }

    private void logged(String text) {
        LogRecord record = new LogRecord(Level.SEVERE, text);
        record.setLoggerName(text);
        record.setThrown(new IOException(text));
        logs.publish(record);
    }

    private void finished(FinishedRequest request) {
        telemetry
                .event(DONE)
                .with(NOTE, request.userAgent())
                .with(NOTES, List.of(request.acceptLanguage()))
                .record();
    }

    private static void onThread(String name, Runnable task) throws InterruptedException {
        Thread thread = new Thread(task, name);
        thread.start();
        thread.join();
    }
}
