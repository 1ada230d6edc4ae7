package dev.candor.telemetry.core;

/** How long the program runs, and so what recording promises. */
public enum Mode {
    /** A short program: an event is on disk when {@code record} returns, and is delivered by a later run or a detached process. */
    COMMAND,
    /** A long-running program: an event is in memory when {@code record} returns, on disk within 50 ms, and delivered in the background. */
    SERVER,
    /** No disk is used: an embedded library, or a home that cannot be written. What is not delivered at close is lost and counted. */
    MEMORY
}
