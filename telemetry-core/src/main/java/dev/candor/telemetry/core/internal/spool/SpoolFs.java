package dev.candor.telemetry.core.internal.spool;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one directory that a spool lives in: the seam under which the crash and fault tests sit.
 *
 * <p>Names are plain file names. A thread's interrupt never breaks an operation.
 */
interface SpoolFs {

    /**
     * Creates the directory where it is missing and refuses one that cannot be trusted.
     *
     * @param create whether to create it
     * @param thorough whether to look at the way to it and the mount table as well, if it was there already
     * @return false when it is missing and was not to be created
     */
    boolean prepare(boolean create, boolean thorough) throws IOException;

    /** The names in it, in no order. */
    List<String> list() throws IOException;

    /** A new file for this user only; fails when the name is taken. */
    Appender create(String name) throws IOException;

    /** An existing file, to write at its end. */
    Appender append(String name) throws IOException;

    /** Up to {@code count} bytes from {@code offset}; fewer at the end of the file. Only regular files. */
    byte[] read(String name, long offset, int count) throws IOException;

    /** How long a file is; 0 when there is none. */
    long length(String name);

    /** When a file was last written, wall milliseconds; 0 when there is none. */
    long modified(String name);

    /** Makes a file look written now. */
    void touch(String name, long wallMillis);

    /** Atomic; replaces what has the new name. */
    void rename(String from, String to) throws IOException;

    /**
     * Atomic; false, and nothing changed, when the new name is taken.
     *
     * @throws IOException when the name was taken in this very moment, or there is no such operation here
     */
    boolean renameIfAbsent(String from, String to) throws IOException;

    /** Under which names of this directory the same file stands too: whoever died in {@link #renameIfAbsent} left it two. */
    List<String> otherNames(String name) throws IOException;

    /** Whether a file can be renamed while this process has it open. */
    boolean renamesOpenFiles();

    /** Whether the file is gone afterwards. */
    boolean delete(String name);

    /** Makes creations, renames and deletions up to now survive a power loss. */
    void syncDirectory() throws IOException;

    /**
     * Locks a file, creating it where needed, until the lock is closed or the process ends.
     *
     * @return null when another process holds the lock
     * @throws IOException when the file system knows no locks
     */
    @Nullable
    Closeable lock(String name) throws IOException;

    /**
     * Creates a file that is locked from the moment others can see it.
     *
     * @throws IOException when the file system knows no locks
     */
    Closeable createLocked(String name) throws IOException;

    /** A name for this process that no other one on this machine has. */
    String process();

    /** A file that is written at its end. */
    interface Appender extends Closeable {

        void write(byte[] bytes, int offset, int count) throws IOException;

        /** Returns when what was written survives a power loss. */
        void sync() throws IOException;
    }
}
