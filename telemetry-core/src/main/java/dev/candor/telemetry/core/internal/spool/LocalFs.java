package dev.candor.telemetry.core.internal.spool;

import java.io.Closeable;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A real directory.
 *
 * <p>Writing, reading and renaming go through {@code java.io}: its streams survive an interrupt, and a cold process has
 * its classes loaded already.
 */
final class LocalFs implements SpoolFs {

    private final File directory;

    LocalFs(File directory) {
        this.directory = directory;
    }

    @Override
    public boolean prepare(boolean create, boolean thorough) throws IOException {
        if (!directory.isAbsolute()) {
            throw new IOException("the spool's directory has no absolute path");
        }
        boolean there = directory.exists();
        if (!there && !create) {
            return false;
        }
        Path path = directory.toPath();
        if (!there) {
            PrivateFolders.create(path);
        }
        if (File.separatorChar == '/') {
            DirectoryTrust.check(path);
            if (thorough) {
                DirectoryTrust.checkWay(path);
            }
        }
        if ((!there || thorough) && NetworkMounts.holds(directory)) {
            throw new IOException("the spool's directory is on a network file system");
        }
        return true;
    }

    @Override
    public List<String> list() throws IOException {
        String[] names = directory.list();
        if (names == null) {
            throw new IOException("the spool's directory cannot be listed");
        }
        return Arrays.asList(names);
    }

    @Override
    public Appender create(String name) throws IOException {
        File file = file(name);
        if (!file.createNewFile()) {
            throw new IOException("the name is taken");
        }
        restrict(file);
        return new StreamAppender(file);
    }

    @Override
    public Appender append(String name) throws IOException {
        File file = file(name);
        if (!file.isFile()) {
            throw new IOException("not a regular file");
        }
        return new StreamAppender(file);
    }

    @Override
    public byte[] read(String name, long offset, int count) throws IOException {
        File file = file(name);
        if (!file.isFile()) {
            throw new IOException("not a regular file");
        }
        try (RandomAccessFile in = new RandomAccessFile(file, "r")) {
            int size = (int) Math.max(0, Math.min(count, in.length() - offset));
            byte[] bytes = new byte[size];
            in.seek(offset);
            int filled = 0;
            while (filled < size) {
                int read = in.read(bytes, filled, size - filled);
                if (read < 0) {
                    return Arrays.copyOf(bytes, filled);
                }
                filled += read;
            }
            return bytes;
        }
    }

    @Override
    public long length(String name) {
        return file(name).length();
    }

    @Override
    public long modified(String name) {
        return file(name).lastModified();
    }

    @Override
    public void touch(String name, long wallMillis) {
        file(name).setLastModified(Math.max(0, wallMillis));
    }

    @Override
    public void rename(String from, String to) throws IOException {
        boolean done = File.separatorChar == '/'
                ? file(from).renameTo(file(to))
                : HostFiles.renameWithPatience(file(from), file(to));
        if (!done) {
            throw new IOException("cannot rename");
        }
    }

    @Override
    public boolean renameIfAbsent(String from, String to) throws IOException {
        if (file(to).exists()) {
            return false;
        }
        // A link fails where the name is taken; a rename would replace what somebody else just put there.
        Files.createLink(file(to).toPath(), file(from).toPath());
        delete(from);
        return true;
    }

    @Override
    public List<String> otherNames(String name) throws IOException {
        return HostFiles.hasOneName(file(name)) ? Collections.emptyList() : HostFiles.sameFiles(file(name), list());
    }

    @Override
    public boolean renamesOpenFiles() {
        return File.separatorChar == '/';
    }

    @Override
    public boolean delete(String name) {
        File file = file(name);
        return file.delete() || !file.exists();
    }

    @Override
    public void syncDirectory() throws IOException {
        if (File.separatorChar == '/') {
            HostFiles.sync(directory);
        }
    }

    @Override
    public @Nullable Closeable lock(String name) throws IOException {
        File path = file(name);
        if (path.createNewFile()) {
            restrict(path);
        }
        return HostFiles.lock(path);
    }

    @Override
    public Closeable createLocked(String name) throws IOException {
        // A lock stays with the file through a rename; on Windows others may see the file for a moment without it.
        String first = renamesOpenFiles() ? name.concat(SegmentName.TEMPORARY) : name;
        Closeable lock = lock(first);
        if (lock == null) {
            throw new IOException("the new file is locked already");
        }
        if (renamesOpenFiles()) {
            rename(first, name);
        }
        return lock;
    }

    @Override
    public String process() {
        return HostFiles.process();
    }

    private File file(String name) {
        return new File(directory, name);
    }

    /**
     * For this user only.
     *
     * <p>Called before the first byte is written, in a directory that nobody else can enter: as safe as an attribute at
     * creation, which would load the channel classes and cost a cold process two milliseconds.
     */
    private static void restrict(File file) throws IOException {
        boolean done = file.setReadable(false, false)
                && file.setReadable(true, true)
                && file.setWritable(false, false)
                && file.setWritable(true, true);
        if (!done && File.separatorChar == '/') {
            throw new IOException("the file's mode cannot be set");
        }
    }

    /** A stream, not a channel: an interrupt of the writing thread would close a channel for everybody. */
    private static final class StreamAppender implements Appender {
        private final FileOutputStream out;

        StreamAppender(File file) throws IOException {
            out = new FileOutputStream(file, true);
        }

        @Override
        public void write(byte[] bytes, int offset, int count) throws IOException {
            out.write(bytes, offset, count);
        }

        @Override
        public void sync() throws IOException {
            out.getFD().sync();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
