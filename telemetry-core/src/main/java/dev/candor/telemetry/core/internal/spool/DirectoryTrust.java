package dev.candor.telemetry.core.internal.spool;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
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
    private static final String ATTRIBUTES = "unix:uid,mode";

    private DirectoryTrust() {}

    /** Checks the directory itself. */
    static void check(Path directory) throws IOException {
        Map<String, Object> leaf = Files.readAttributes(directory, ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
        int mode = number(leaf, "mode");
        if ((mode & TYPE) != DIRECTORY) {
            throw new IOException("the spool's directory is a link or a file");
        }
        if (number(leaf, "uid") != self() || (mode & OTHERS_WRITE) != 0) {
            throw new IOException("the spool's directory belongs to, or can be written by, somebody else");
        }
    }

    /** Checks the folders above, as far as they exist. */
    static void checkWay(Path directory) throws IOException {
        int self = self();
        Path existing = directory.getParent();
        while (existing != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        Path real = existing == null ? null : existing.toRealPath();
        for (Path each = real; each != null; each = each.getParent()) {
            Map<String, Object> folder = Files.readAttributes(each, ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
            int mode = number(folder, "mode");
            int owner = number(folder, "uid");
            boolean open = (mode & OTHERS_WRITE) != 0 && (mode & STICKY) == 0;
            if (open || (owner != self && owner != 0)) {
                throw new IOException("a folder above the spool belongs to, or can be written by, somebody else");
            }
        }
    }

    private static int self() throws IOException {
        File process = new File("/proc/self");
        Path known = process.exists() ? process.toPath() : new File(System.getProperty("user.home", "/")).toPath();
        return number(Files.readAttributes(known, "unix:uid"), "uid");
    }

    private static int number(Map<String, Object> attributes, String name) {
        return attributes.get(name) instanceof Integer number ? number : -1;
    }
}
