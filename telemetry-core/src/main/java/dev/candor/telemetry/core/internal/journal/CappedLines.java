package dev.candor.telemetry.core.internal.journal;

import dev.candor.telemetry.core.internal.files.Home;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines in two files, of which the older one goes when both are full.
 *
 * <p>Each line is one append by a stream, so that lines of several processes do not mix and an interrupted thread loses nothing. A line
 * that a dying process tore stays torn, and the next one begins on its own.
 */
final class CappedLines {
    private final Path file;
    private final Path older;
    private final Home home;
    private final long capBytes;

    /** How long the file is after this process's last line, if no other one has written meanwhile; negative where that is not known. */
    private long ended = -1;

    /** Lines in {@code file}; together with the older one it takes at most {@code capBytes}. */
    CappedLines(Path file, Home home, long capBytes) {
        this.file = file;
        this.home = home;
        this.older = file.resolveSibling(file.getFileName() + ".1");
        this.capBytes = capBytes;
    }

    /** Whether a line is short enough for one of the two files. */
    boolean takes(String line) {
        return line.getBytes(StandardCharsets.UTF_8).length < capBytes / 2 - 2;
    }

    /** Adds a line. */
    void append(String line) throws IOException {
        append((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a line that ends with its line feed. */
    synchronized void append(byte[] line) throws IOException {
        byte[] bytes = line;
        File current = file.toFile();
        long length = current.length();
        if (length + bytes.length >= capBytes / 2 && length > 0) {
            // The older one goes anyway. To replace it by the rename would have ext4 write the new one's data out
            // first.
            Files.deleteIfExists(older);
            Files.move(file, older, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            length = 0;
        }
        // As this process left it: then it is there, and its last line is whole.
        boolean known = length > 0 && length == ended;
        if (!known) {
            create();
        }
        boolean torn = !known && endsTorn(current);
        ended = -1;
        try (FileOutputStream out = new FileOutputStream(current, true)) {
            if (torn) {
                byte[] apart = new byte[bytes.length + 1];
                apart[0] = '\n';
                System.arraycopy(bytes, 0, apart, 1, bytes.length);
                bytes = apart;
            }
            out.write(bytes);
        }
        // Another length at the next line tells that somebody else wrote, before this line or after it.
        ended = length + bytes.length;
    }

    /** All lines, oldest first, torn ones among them. */
    synchronized List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path each : List.of(older, file)) {
            if (Files.isRegularFile(each) && Files.size(each) <= capBytes) {
                String text = new String(Files.readAllBytes(each), StandardCharsets.UTF_8);
                lines.addAll(text.lines().toList());
            }
        }
        return lines;
    }

    /** Removes both files. */
    synchronized void clear() throws IOException {
        Files.deleteIfExists(file);
        Files.deleteIfExists(older);
    }

    private void create() throws IOException {
        if (Files.exists(file)) {
            return;
        }
        try {
            home.makeFoldersFor(file);
            Files.createFile(file, ownerOnly());
            home.giveToOwner(file);
        } catch (FileAlreadyExistsException anotherProcess) {
            // Just as good.
        }
    }

    private static boolean endsTorn(File file) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file, "r")) {
            if (in.length() == 0) {
                return false;
            }
            in.seek(in.length() - 1);
            return in.read() != '\n';
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        };
    }
}
