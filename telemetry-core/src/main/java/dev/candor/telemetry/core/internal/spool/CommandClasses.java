package dev.candor.telemetry.core.internal.spool;

import dev.candor.telemetry.core.internal.identity.Hex;

/** What a command's spool is made of. */
public final class CommandClasses {
    private CommandClasses() {}

    /** Loads all of it, in the order of its use, and initializes nothing: a literal loads its class, and is still right when that is renamed. */
    public static Class<?>[] load() {
        return new Class<?>[] {
            SpoolMode.class,
            SpoolOptions.class,
            SpoolOptions.Limits.class,
            Time.SystemTime.class,
            Spool.class,
            LocalFs.class,
            CommandSpool.class,
            PayloadBuffer.class,
            CommandWriter.class,
            Checksum.class,
            Identity.class,
            Tails.class,
            FrameFormat.class,
            Hex.class,
            DirectoryTrust.class,
            SegmentHeader.class,
            LocalFs.StreamAppender.class,
        };
    }
}
