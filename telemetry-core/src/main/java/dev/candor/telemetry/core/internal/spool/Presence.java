package dev.candor.telemetry.core.internal.spool;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * This spool's sign of life: a file of its own that it keeps locked.
 *
 * <p>The operating system drops the lock when the process dies, however it dies. Nobody locks data, and nobody opens a
 * lock file of its own process: closing any descriptor of a file drops the locks that the process holds on it (see
 * fcntl(2)). Where locks do not work the file's date is the sign, renewed at each round.
 */
final class Presence {

    private final SpoolFs fs;
    private final String token;
    private @Nullable String name;
    private @Nullable Closeable lock;

    Presence(SpoolFs fs, String token) {
        this.fs = fs;
        this.token = token;
    }

    /** Shows the sign from now on; cheap when it is shown already. */
    synchronized void establish() throws IOException {
        if (name == null) {
            String chosen = token.concat("-").concat(fs.process()).concat(SegmentName.LOCK);
            try {
                lock = fs.createLocked(chosen);
            } catch (IOException noLocks) {
                fs.create(chosen).close();
            }
            name = chosen;
        }
    }

    /** Renews the date, which counts where locks do not. */
    synchronized void renew(long wallMillis) {
        if (name != null) {
            fs.touch(name, wallMillis);
        }
    }

    synchronized void end() {
        if (name != null) {
            // Deleted while it is still locked, so that nobody finds it without its lock.
            fs.delete(name);
            close(lock);
            name = null;
            lock = null;
        }
    }

    static void close(@Nullable Closeable lock) {
        if (lock != null) {
            try {
                lock.close();
            } catch (IOException closed) {
                // The lock is gone with the descriptor in any case.
            }
        }
    }
}
