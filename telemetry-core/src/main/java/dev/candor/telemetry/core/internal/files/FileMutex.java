package dev.candor.telemetry.core.internal.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets one writer at a time change a shared file, across threads, class loaders and processes.
 *
 * <p>The lock is an empty file beside the shared one. It is gone when nobody writes, and a process that dies while holding it
 * leaves the system's lock free at once. An interrupt does not end the wait; it is still set afterwards.
 */
public final class FileMutex {

    /** Far behind any content: Windows refuses to let others read a locked region. */
    private static final long REGION = Long.MAX_VALUE - 1;

    private static final int TOKEN_BYTES = 16;

    private FileMutex() {}

    /** Work on a shared file. */
    @FunctionalInterface
    public interface Work<T> {
        /** Does the work and returns what {@link #hold} returns. */
        T run() throws IOException;
    }

    /**
     * Runs {@code work} while nobody else holds {@code lock}. Where the file system knows no locks it runs unprotected.
     *
     * @param patience how long to wait for others
     * @throws IOException when the wait was too long or the work failed
     */
    public static <T> T hold(Path lock, Duration patience, Work<T> work) throws IOException {
        boolean interrupted = Thread.interrupted();
        // A second lock on one file in one JVM fails, and closing a second channel would drop the first lock. An
        // interned
        // name is the one monitor that all class loaders share.
        String monitor =
                "dev.candor.mutex:".concat(lock.toAbsolutePath().toString()).intern();
        try {
            synchronized (monitor) {
                return holdAcrossProcesses(lock, patience, work);
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static <T> T holdAcrossProcesses(Path lock, Duration patience, Work<T> work) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        boolean interrupted = false;
        try {
            while (true) {
                try (FileChannel channel = open(lock)) {
                    FileLock held = tryLock(channel);
                    if (held == null || !held.isValid()) {
                        if (System.nanoTime() - deadline > 0) {
                            throw new IOException("another process holds " + lock);
                        }
                    } else {
                        // Both channels stay open until the work is done: closing either one frees a POSIX lock.
                        try (FileChannel again = confirm(lock, channel)) {
                            if (again != null) {
                                return runAndRemove(lock, work);
                            }
                        }
                        continue;
                    }
                } catch (LocksUnsupported e) {
                    return runAndRemove(lock, work);
                }
                interrupted |= pause();
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static <T> T runAndRemove(Path lock, Work<T> work) throws IOException {
        try {
            return work.run();
        } finally {
            remove(lock);
        }
    }

    private static void remove(Path lock) {
        try {
            // Whoever waits on this very file finds by its token that it is no longer the one at this path.
            Files.deleteIfExists(lock);
        } catch (IOException e) {
            // The work is done; whoever comes next takes the file over.
            return;
        }
    }

    private static FileChannel open(Path lock) throws IOException {
        return FileChannel.open(
                lock,
                Set.of(
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        LinkOption.NOFOLLOW_LINKS),
                PrivateFiles.ownerOnly(lock));
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws LocksUnsupported {
        try {
            return channel.tryLock(REGION, 1, false);
        } catch (OverlappingFileLockException e) {
            return null;
        } catch (IOException e) {
            throw new LocksUnsupported(e);
        }
    }

    /** A second channel when the path still leads to the locked file, else null: its last holder removed it meanwhile. */
    private static @Nullable FileChannel confirm(Path lock, FileChannel locked) throws IOException {
        byte[] token = new byte[TOKEN_BYTES];
        ByteBuffer.wrap(token).putLong(System.nanoTime()).putLong(System.identityHashCode(token));
        locked.truncate(0);
        locked.write(ByteBuffer.wrap(token), 0);
        FileChannel again;
        try {
            again = FileChannel.open(lock, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            return null;
        }
        ByteBuffer found = ByteBuffer.allocate(TOKEN_BYTES);
        again.read(found, 0);
        if (Arrays.equals(found.array(), token)) {
            return again;
        }
        again.close();
        return null;
    }

    private static boolean pause() {
        try {
            Thread.sleep(3);
            return false;
        } catch (InterruptedException e) {
            return true;
        }
    }

    /** Some network file systems. */
    private static final class LocksUnsupported extends IOException {
        LocksUnsupported(IOException cause) {
            super(cause);
        }
    }
}
