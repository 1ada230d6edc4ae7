package dev.candor.telemetry.core.internal.spool;

/** Why an event did not reach a destination. */
public enum DropReason {
    /** Refused: the ring between the caller and the writer was full. */
    RING_FULL,
    /** Refused: the spool was closed already. */
    CLOSED,
    /** Refused: the frame would be longer than 256 KiB, or its payload could not be written. */
    TOO_LARGE,
    /** Neither the disk nor the memory that stands in for it had room. */
    DISK_FULL,
    /** Older than the spool keeps anything. */
    TOO_OLD,
    /** Evicted, the oldest first, to keep the spool within its bytes. */
    TOO_MANY_BYTES,
    /** Evicted, the oldest first, to keep the spool within its number of segments. */
    TOO_MANY_SEGMENTS,
    /** Its purpose was withdrawn while it waited. */
    WITHDRAWN,
    /** Its type was over its daily cap when it was to be sent. */
    SUPPRESSED,
    /** Its destination refused it. */
    REJECTED,
    /** Its destination finds even this one event too large. */
    TOO_LARGE_FOR_DESTINATION,
    /** It waited in memory only, and the process ended. */
    MEMORY_LOST,
    /** Its bytes on disk were damaged. */
    DAMAGED
}
