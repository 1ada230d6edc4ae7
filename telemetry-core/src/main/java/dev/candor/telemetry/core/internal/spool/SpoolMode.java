package dev.candor.telemetry.core.internal.spool;

/** How far an event is when {@code append} returns, and so what it survives. */
public enum SpoolMode {
    /** For short programs: written to its segment by the caller's thread, synced at close or when durable. */
    COMMAND,
    /** For long-running programs: in a ring; a thread writes it within 50 ms and syncs each second. */
    SERVER,
    /** For embedded libraries and wherever there is no usable disk: in bounded memory only. */
    MEMORY
}
