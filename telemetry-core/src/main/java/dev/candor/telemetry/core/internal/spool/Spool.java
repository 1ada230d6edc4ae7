package dev.candor.telemetry.core.internal.spool;

import dev.candor.telemetry.Purpose;
import java.io.File;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes accepted events from the application's threads and keeps them until every destination has them.
 *
 * <p>All methods may be called from any thread, and none throws for the spool's own reasons.
 */
public interface Spool {

    /** Opens a spool; touches no file, starts no thread. */
    static Spool open(SpoolOptions options) {
        File directory = options.directory();
        return open(options, directory == null ? null : new LocalFs(directory));
    }

    private static Spool open(SpoolOptions options, @Nullable SpoolFs fs) {
        return options.mode() == SpoolMode.COMMAND ? new CommandSpool(options, fs) : new RingSpool(options, fs);
    }

    /**
     * Takes one event.
     *
     * <p>Never throws and never waits, but for the one append to a file in {@link SpoolMode#COMMAND}.
     *
     * @return whether it was taken; if not, it was counted as refused
     */
    default boolean append(Outgoing outgoing) {
        return append(outgoing, false);
    }

    /**
     * Takes one event.
     *
     * @param durable whether it is on disk, synced, when this returns; this waits for the disk
     */
    boolean append(Outgoing outgoing, boolean durable);

    /** How many events it took. */
    long accepted();

    /** Reads for one destination; the first reader of a process also looks after what others left on disk. */
    RouteReader reader(long destination);

    /**
     * The oldest frames that wait for a destination, whichever process holds them; changes nothing.
     *
     * <p>It reads the whole spool on disk, so it is for people.
     *
     * @param maxFrames how many at most
     * @param maxBytes how many bytes of payload from disk at most
     */
    List<Frame> look(long destination, int maxFrames, int maxBytes);

    /** What the spool holds; reads the whole spool on disk, so it is for people and tests. */
    SpoolState state();

    /**
     * Removes every frame of some purposes, in memory and on disk.
     *
     * <p>Other processes on the same spool drop theirs at their next operation.
     */
    void purge(Set<Purpose> purposes);

    /** Writes and syncs everything accepted so far; false when that is not done in time, or there is no disk. */
    boolean sync(Duration atMost);

    /**
     * Refuses what comes from now on, writes the rest to disk and lets go of all files; idempotent.
     *
     * @return false when the disk took longer than that; what is left of the work goes on while the process lives
     */
    boolean close(Duration atMost);
}
