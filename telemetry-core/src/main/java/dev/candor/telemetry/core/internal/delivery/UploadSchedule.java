package dev.candor.telemetry.core.internal.delivery;

import java.io.File;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;

/**
 * Lets one upload process start in each period, whichever short command's turn it is.
 *
 * <p>The time of the last start is the modification time of an empty file beside the spool. Whether an upload is due is one look at that
 * file; only then does anything else happen.
 */
public final class UploadSchedule {
    private static final Duration PERIOD = Duration.ofMinutes(10);

    private final File token;
    private final File lock;
    private final long periodMillis;
    private final Clock clock;

    /** A schedule whose files are in {@code directory}: one upload in ten minutes. */
    public UploadSchedule(File directory, Clock clock) {
        this(directory, PERIOD, clock);
    }

    UploadSchedule(File directory, Duration period, Clock clock) {
        this.token = new File(directory, "upload.token");
        this.lock = new File(directory, "upload.lock");
        this.periodMillis = period.toMillis();
        this.clock = clock;
    }

    /** Whether the last start is a period ago. */
    public boolean due() {
        long last = token.lastModified();
        long age = clock.millis() - last;
        // A start in the future was stamped by a clock that was wrong.
        return last == 0 || age >= periodMillis || age <= -periodMillis;
    }

    /**
     * Takes this period's turn; true for one process in a period only.
     *
     * <p>The turn is decided under a file lock, which the system takes back when a process dies. Where files cannot be locked nobody gets
     * a turn, and the next run delivers.
     */
    public boolean take() {
        if (!due()) {
            return false;
        }
        try (UploadLock turn = UploadLock.tryTake(lock)) {
            return turn.held() && due() && stamp();
        } catch (IOException unusable) {
            return false;
        }
    }

    private boolean stamp() throws IOException {
        if (restamped()) {
            return true;
        }
        // Made under sudo it is root's; in our own directory we may replace it.
        return (!token.exists() || token.delete()) && restamped();
    }

    private boolean restamped() throws IOException {
        boolean there = token.createNewFile() || token.isFile();
        return there && token.setLastModified(clock.millis());
    }
}
