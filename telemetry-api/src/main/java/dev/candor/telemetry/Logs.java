package dev.candor.telemetry;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Log records for whoever runs the tool. Applications use the handlers for their logging library; this is what those call. */
public interface Logs {

    /** Whether a record of this severity would be accepted, so that a caller can spare the formatting. */
    boolean accepts(Severity severity);

    /**
     * Records one log line, redacted.
     *
     * <p>Records of the logging that this call itself causes are ignored, so that it cannot recurse.
     *
     * @param logger the logger's name
     * @param error what was logged with it
     * @param attributes further values: strings, numbers and booleans
     * @return whether it was accepted
     */
    boolean log(Severity severity, String logger, String message, @Nullable Throwable error, Map<String, ?> attributes);
}
