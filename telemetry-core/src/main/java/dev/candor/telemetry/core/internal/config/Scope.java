package dev.candor.telemetry.core.internal.config;

/** Whose file it is. */
public enum Scope {
    /** The machine's administrator's. */
    POLICY,
    /** The user's own. */
    USER,
    /** The project's in the working folder. */
    PROJECT
}
