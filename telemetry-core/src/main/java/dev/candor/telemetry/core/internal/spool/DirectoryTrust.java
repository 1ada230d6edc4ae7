package dev.candor.telemetry.core.internal.spool;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Map;

/**
 * Whether a directory is this user's alone.
 *
 * <p>Refused are: a directory that is a link, belongs to somebody else or may be written by others; and a way to it that
 * others could bend, because a folder on it can be written by others (without the sticky bit) or is owned by neither
 * this user nor root. On Windows the profile's access lists do this work.
 */
final class DirectoryTrust {

    private static final int TYPE = 0170000;
    private static final int DIRECTORY = 0040000;
    private static final int STICKY = 01000;
    private static final int OTHERS_WRITE = 022;

    private final boolean posix;
    private final int self;

    private DirectoryTrust(boolean posix, int self) {
        this.posix = posix;
        this.self = self;
    }

    static DirectoryTrust ofThisUser(Path directory) throws IOException {
        boolean posix = directory.getFileSystem().supportedFileAttributeViews().contains("unix");
        return new DirectoryTrust(posix, posix ? self() : 0);
    }

    /** Creates the missing folders for this user only, and checks all of them. */
    void create(Path directory) throws IOException {
        Path parent = directory.getParent();
        if (parent != null && !Files.isDirectory(parent)) {
            create(parent);
        }
        try {
            if (posix) {
                Files.createDirectory(
                        directory,
                        PosixFilePermissions.asFileAttribute(EnumSet.of(
                                PosixFilePermission.OWNER_READ,
                                PosixFilePermission.OWNER_WRITE,
                                PosixFilePermission.OWNER_EXECUTE)));
            } else {
                Files.createDirectory(directory);
            }
        } catch (java.nio.file.FileAlreadyExistsException raced) {
            // another process made it first; the check decides
        }
    }

    void check(Path directory) throws IOException {
        if (!posix) {
            return;
        }
        Map<String, Object> leaf = Files.readAttributes(directory, "unix:uid,mode", LinkOption.NOFOLLOW_LINKS);
        int mode = mode(leaf);
        if ((mode & TYPE) != DIRECTORY) {
            throw new IOException("the spool's directory is a link or a file");
        }
        if (uid(leaf) != self || (mode & OTHERS_WRITE) != 0) {
            throw new IOException("the spool's directory belongs to, or can be written by, somebody else");
        }
        for (Path each = directory.toRealPath().getParent(); each != null; each = each.getParent()) {
            Map<String, Object> folder = Files.readAttributes(each, "unix:uid,mode", LinkOption.NOFOLLOW_LINKS);
            boolean open = (mode(folder) & OTHERS_WRITE) != 0 && (mode(folder) & STICKY) == 0;
            if (open || (uid(folder) != self && uid(folder) != 0)) {
                throw new IOException("a folder above the spool belongs to, or can be written by, somebody else");
            }
        }
    }

    private static int self() throws IOException {
        File process = new File("/proc/self");
        Path known = process.exists() ? process.toPath() : new File(System.getProperty("user.home", "/")).toPath();
        return (Integer) Files.getAttribute(known, "unix:uid");
    }

    private static int mode(Map<String, Object> attributes) {
        return attributes.get("mode") instanceof Integer mode ? mode : 0;
    }

    private static int uid(Map<String, Object> attributes) {
        return attributes.get("uid") instanceof Integer uid ? uid : -1;
    }
}
