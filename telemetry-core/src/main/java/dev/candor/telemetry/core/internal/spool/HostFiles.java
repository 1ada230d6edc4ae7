package dev.candor.telemetry.core.internal.spool;

import java.io.Closeable;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What only processes that read need of a file system.
 *
 * <p>Apart from {@link LocalFs} because the verifier loads what its methods catch, and a short command should not pay
 * for it. Channels here belong to one call or hold a lock; an interrupt is put off until they are done.
 */
final class HostFiles {

    private static final int RENAME_ATTEMPTS = 5;
    private static final int RENAME_PAUSE_MILLIS = 20;
    private static final int LONGEST = 4_096;
    private static final int START_FIELD = 22;
    private static final int BOOT_LETTERS = 8;

    private HostFiles() {}

    static void sync(File directory) throws IOException {
        boolean interrupted = Thread.interrupted();
        try (FileChannel channel = FileChannel.open(directory.toPath(), StandardOpenOption.READ)) {
            channel.force(true);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    static @Nullable Closeable lock(File path) throws IOException {
        boolean interrupted = Thread.interrupted();
        RandomAccessFile file = new RandomAccessFile(path, "rw");
        FileLock lock = null;
        try {
            lock = file.getChannel().tryLock();
            return lock == null ? null : file;
        } catch (OverlappingFileLockException ours) {
            return null;
        } finally {
            if (lock == null) {
                file.close();
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** The process id and when it started: ids come again, and in containers many processes are number 1. */
    static String process() {
        try {
            return process(text("/proc/self/stat"), text("/proc/sys/kernel/random/boot_id"));
        } catch (IOException | IndexOutOfBoundsException elsewhere) {
            ProcessHandle self = ProcessHandle.current();
            Instant start = self.info().startInstant().orElse(Instant.EPOCH);
            return Long.toHexString(self.pid()).concat("-").concat(Long.toHexString(start.toEpochMilli()));
        }
    }

    /**
     * The same in Linux's own words, see proc_pid_stat(5) and random(4): the id, the tick of its start, and of which boot. The first
     * events of a cold process wait for this, and a {@link ProcessHandle} takes 20 to 40 ms to tell.
     */
    static String process(String stat, String boot) {
        // The second field is the program's name in parentheses, and may hold spaces and parentheses.
        int at = stat.lastIndexOf(')') + 1;
        for (int field = 3; field <= START_FIELD; field++) {
            at = stat.indexOf(' ', at) + 1;
            if (at == 0) {
                throw new IndexOutOfBoundsException("fields of /proc/self/stat");
            }
        }
        String started = stat.substring(at, stat.indexOf(' ', at));
        return stat.substring(0, stat.indexOf(' '))
                .concat("-")
                .concat(started)
                .concat("-")
                .concat(boot.substring(0, BOOT_LETTERS));
    }

    private static String text(String file) throws IOException {
        try (FileInputStream in = new FileInputStream(file)) {
            return new String(in.readNBytes(LONGEST), StandardCharsets.ISO_8859_1);
        }
    }

    /** Whether a file has no other name, here or elsewhere; true where nobody counts. */
    static boolean hasOneName(File file) throws IOException {
        try {
            return Integer.valueOf(1)
                    .equals(Files.getAttribute(file.toPath(), "unix:nlink", LinkOption.NOFOLLOW_LINKS));
        } catch (UnsupportedOperationException | IllegalArgumentException uncounted) {
            return true;
        }
    }

    /** Which of the names beside a file are the same file. */
    static List<String> sameFiles(File file, List<String> names) throws IOException {
        List<String> same = new ArrayList<>();
        for (String name : names) {
            File other = new File(file.getParentFile(), name);
            if (!name.equals(file.getName()) && other.isFile() && Files.isSameFile(file.toPath(), other.toPath())) {
                same.add(name);
            }
        }
        return same;
    }

    /** On Windows a scanner or an indexer may have the file open for a moment. */
    static boolean renameWithPatience(File from, File to) {
        boolean done = from.renameTo(to);
        try {
            for (int attempt = 1; !done && attempt < RENAME_ATTEMPTS && from.exists(); attempt++) {
                Thread.sleep(RENAME_PAUSE_MILLIS);
                done = from.renameTo(to);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return done;
    }
}
