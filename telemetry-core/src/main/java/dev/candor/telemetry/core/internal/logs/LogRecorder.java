package dev.candor.telemetry.core.internal.logs;

import dev.candor.telemetry.AllowList;
import dev.candor.telemetry.Audience;
import dev.candor.telemetry.LogBridge;
import dev.candor.telemetry.Logs;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.Severity;
import dev.candor.telemetry.ValueType;
import dev.candor.telemetry.core.internal.catalogue.Scrubber;
import dev.candor.telemetry.core.internal.intake.SignalSink;
import dev.candor.telemetry.core.internal.trace.CurrentSpan;
import dev.candor.telemetry.spi.LogEntry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Records log lines for the owner. A line that arises while one is being recorded on the same thread is ignored. */
public final class LogRecorder implements Logs {
    private static final int LONGEST_MESSAGE = 8_192;
    private static final int MOST_ATTRIBUTES = 64;
    private static final ValueType.Tree SCALAR = new ValueType.Tree(1, 1, AllowList.nothing(), Set.of());

    private final SignalSink sink;
    private final Scrubber scrubber;
    private final CurrentSpan current;
    private final Severity least;

    @SuppressWarnings("ThreadLocalUsage") // a static one would be shared by all tools of a process
    private final ThreadLocal<Boolean> recording = new ThreadLocal<>();

    /** Records what is at least as grave as {@code least}. */
    public LogRecorder(SignalSink sink, Scrubber scrubber, CurrentSpan current, Severity least) {
        this.sink = sink;
        this.scrubber = scrubber;
        this.current = current;
        this.least = least;
    }

    @Override
    public boolean accepts(Severity severity) {
        return severity.compareTo(least) >= 0 && sink.accepts(Purpose.LOGS, Audience.OWNER);
    }

    @Override
    public boolean log(
            Severity severity, String logger, String message, @Nullable Throwable error, Map<String, ?> attributes) {
        if (message == null
                || logger == null
                || !accepts(severity)
                || LogBridge.isOwn(logger)
                || recording.get() != null) {
            return false;
        }
        recording.set(Boolean.TRUE);
        try {
            return sink.submit(entry(severity, logger, message, error, attributes), Audience.OWNER);
        } catch (RuntimeException | Error hostile) {
            return false;
        } finally {
            recording.remove();
        }
    }

    private LogEntry entry(
            Severity severity, String logger, String message, @Nullable Throwable error, Map<String, ?> attributes) {
        return new LogEntry(
                sink.newHeader(),
                severity,
                scrubber.text(logger),
                text(message),
                error == null ? "" : error.getClass().getName(),
                error == null ? "" : text(messageOf(error)),
                current.traceId(),
                current.spanId(),
                values(attributes));
    }

    private Map<String, Object> values(Map<String, ?> attributes) {
        Map<String, Object> kept = new LinkedHashMap<>();
        int seen = 0;
        for (Map.Entry<String, ?> entry : attributes.entrySet()) {
            Object value = entry.getValue();
            if (seen++ >= MOST_ATTRIBUTES) {
                break;
            }
            if (value != null) {
                // The key decides as well: what a secret's name names is a secret.
                Object tree = scrubber.tree(entry.getKey(), value, SCALAR);
                kept.put(scrubber.text(entry.getKey()), tree == null ? "<removed>" : scalar(tree));
            }
        }
        return kept;
    }

    /** A redacted value in one of the forms that a record has room for. */
    private static Object scalar(Object clean) {
        if (clean instanceof String text) {
            return cut(text);
        }
        return clean instanceof Number || clean instanceof Boolean ? clean : "<object>";
    }

    private String text(String raw) {
        return cut(scrubber.text(raw));
    }

    private static String cut(String clean) {
        return clean.length() <= LONGEST_MESSAGE ? clean : clean.substring(0, LONGEST_MESSAGE);
    }

    /** The raw message, empty where there is none or its own code fails. */
    private static String messageOf(Throwable error) {
        try {
            String message = error.getMessage();
            return message == null ? "" : message;
        } catch (RuntimeException | Error hostile) {
            return "";
        }
    }
}
