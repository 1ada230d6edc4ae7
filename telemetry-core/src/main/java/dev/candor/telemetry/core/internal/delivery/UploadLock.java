package dev.candor.telemetry.core.internal.delivery;

import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import org.jspecify.annotations.Nullable;

/**
 * A file lock that is held or not, without waiting.
 *
 * <p>The system takes it back when a process dies. The file stays: removing it would let two processes lock two files of one name.
 */
final class UploadLock implements AutoCloseable {
    private final RandomAccessFile file;
    private final @Nullable FileLock lock;

    private UploadLock(RandomAccessFile file) throws IOException {
        this.file = file;
        this.lock = lock(file);
    }

    /**
     * Tries to take it.
     *
     * @throws IOException where the file cannot be opened or the file system knows no locks
     */
    static UploadLock tryTake(File file) throws IOException {
        return new UploadLock(open(file));
    }

    boolean held() {
        return lock != null;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private static RandomAccessFile open(File file) throws IOException {
        try {
            return new RandomAccessFile(file, "rw");
        } catch (FileNotFoundException refused) {
            // Made under sudo it is root's; in our own directory we may replace it.
            if (!file.delete()) {
                throw refused;
            }
            return new RandomAccessFile(file, "rw");
        }
    }

    private static @Nullable FileLock lock(RandomAccessFile file) throws IOException {
        try {
            return file.getChannel().tryLock();
        } catch (OverlappingFileLockException heldInThisJvm) {
            return null;
        } catch (IOException unsupported) {
            file.close();
            throw unsupported;
        }
    }
}
