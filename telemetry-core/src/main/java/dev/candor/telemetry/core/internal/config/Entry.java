package dev.candor.telemetry.core.internal.config;

/**
 * One key of a config file.
 *
 * @param key with its sections, joined by dots
 * @param kind what was written
 * @param text the value; empty where it has none of its own
 * @param line from 1
 */
public record Entry(String key, Kind kind, String text, int line) {

    /** What a value is. */
    public enum Kind {
        /** A string, a number or a truth value: its text says it. */
        SCALAR,
        /** Explicitly nothing. */
        NOTHING,
        /** A section, a list, a date: nothing that could be a setting. */
        OTHER
    }
}
