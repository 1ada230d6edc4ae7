package dev.candor.telemetry.core.internal.files;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Writes small files whole or not at all: a new file beside the old one, synced, then renamed over it.
 *
 * <p>Streams, not channels, carry the content: an interrupt closes channels.
 */
public final class PrivateFiles {

    private static final String TEMPORARY = ".candor-tmp";
    private static final long STALE_MILLIS = 60_000;

    private PrivateFiles() {}

    /**
     * Puts {@code content} in place of {@code file}, durably.
     *
     * <p>A file that exists keeps its mode and, where we may set it, its owner. A new one can be read by its owner only, and so
     * can the folders made for it; made by root in a user's home, they are the user's.
     */
    public static void replace(Path file, byte[] content, Home home) throws IOException {
        syncFolder(put(file, content, home, true));
    }

    /**
     * Puts {@code content} in place of {@code file} as {@link #replace} does, but waits for no disk: other processes see the old
     * content or the new one, and a power loss may leave neither.
     */
    public static void swap(Path file, byte[] content, Home home) throws IOException {
        put(file, content, home, false);
    }

    private static Path put(Path file, byte[] content, Home home, boolean synced) throws IOException {
        Path folder = home.makeFoldersFor(file);
        Path temporary = create(folder, String.valueOf(file.getFileName()));
        try {
            try (FileOutputStream out = new FileOutputStream(temporary.toFile())) {
                out.write(content);
                if (Files.exists(file)) {
                    Home.copyOwnerAndMode(file, temporary);
                } else {
                    home.giveToOwner(temporary);
                }
                if (synced) {
                    out.getFD().sync();
                }
            }
            rename(temporary, file);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(temporary);
            throw e;
        }
        return folder;
    }

    /** Removes {@code file} durably, if it is there. */
    public static void remove(Path file) throws IOException {
        if (Files.deleteIfExists(file)) {
            syncFolder(file.toAbsolutePath().getParent());
        }
    }

    /** The content of a plain file of at most {@code maxBytes}. */
    public static byte[] read(Path file, int maxBytes) throws IOException {
        // A pipe would block the reader, a device would never end.
        if (!Files.isRegularFile(file)) {
            throw new IOException("not a plain file: " + file);
        }
        try (InputStream in = new FileInputStream(file.toFile())) {
            byte[] content = in.readNBytes(maxBytes + 1);
            if (content.length > maxBytes) {
                throw new IOException("larger than " + maxBytes + " bytes: " + file);
            }
            return content;
        }
    }

    /** Deletes what killed writers of {@code file} left beside it. Only for the holder of the file's mutex. */
    public static void sweep(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        String name = String.valueOf(file.getFileName());
        if (folder == null || !Files.isDirectory(folder)) {
            return;
        }
        try (var entries =
                Files.newDirectoryStream(folder, "." + name.replaceAll("[\\[\\]{}*?\\\\]", "?") + ".*" + TEMPORARY)) {
            for (Path entry : entries) {
                long age = System.currentTimeMillis()
                        - Files.getLastModifiedTime(entry, LinkOption.NOFOLLOW_LINKS)
                                .toMillis();
                if (age > STALE_MILLIS) {
                    Files.deleteIfExists(entry);
                }
            }
        } catch (IOException | RuntimeException e) {
            // Tidiness only: whoever writes next tries again.
            return;
        }
    }

    /** What a new file is created with, so that it is private from its first moment. */
    static FileAttribute<?>[] ownerOnly(Path where) {
        return attributes(where, "rw-------");
    }

    static FileAttribute<?>[] attributes(Path where, String mode) {
        if (!where.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        Set<PosixFilePermission> permissions = PosixFilePermissions.fromString(mode);
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)};
    }

    private static Path create(Path folder, String name) throws IOException {
        for (int attempt = 0; ; attempt++) {
            String unique = Long.toString(System.nanoTime() & Long.MAX_VALUE, 36) + attempt;
            Path temporary = folder.resolve("." + name + "." + unique + TEMPORARY);
            try {
                return Files.createFile(temporary, ownerOnly(temporary));
            } catch (FileAlreadyExistsException e) {
                if (attempt == 20) {
                    throw e;
                }
            }
        }
    }

    private static void rename(Path from, Path to) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
                return;
            } catch (AccessDeniedException e) {
                // Windows refuses while anybody, a virus scanner for one, has the old file open.
                if (attempt == 5 || java.io.File.separatorChar == '/') {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Makes the rename itself last. Where folders cannot be opened, as on Windows, the file system sees to it. */
    private static void syncFolder(@org.jspecify.annotations.Nullable Path folder) {
        if (folder == null) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            return;
        }
    }
}
