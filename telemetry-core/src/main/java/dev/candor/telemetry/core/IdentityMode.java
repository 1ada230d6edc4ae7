package dev.candor.telemetry.core;

/** What the events of one user have in common: as little as the tool can do with. */
public enum IdentityMode {
    /** Nothing. Vendors that require an id get the event's own. */
    NONE,
    /** Nothing: a new random id for each event. */
    EVENT,
    /** A random id for each run of the program, kept in memory only. */
    RUN,
    /** A random id for each installation, made after consent and kept in a file that only its owner can read. */
    INSTALL
}
