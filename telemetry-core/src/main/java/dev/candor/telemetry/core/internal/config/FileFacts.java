package dev.candor.telemetry.core.internal.config;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the file system says about a path itself, a link not followed.
 *
 * <p>The numbers are as in {@code stat(2)}. On Windows there are no mode, owner and inode: they are 0.
 */
final class FileFacts {
    private static final String UNIX = "unix:mode,uid,ino,size,lastModifiedTime,ctime";
    private static final int KIND = 0170000;
    private static final int REGULAR = 0100000;
    private static final int FOLDER = 0040000;
    private static final int LINK = 0120000;
    private static final int STICKY = 01000;
    private static final int OTHERS_WRITE = 0002;
    private static final int GROUP_WRITES = 0020;
    private static final int OTHERS = 0077;

    private final int mode;
    private final int uid;
    private final long inode;
    private final long size;
    private final FileTime modified;
    private final FileTime changed;

    private FileFacts(int mode, int uid, long inode, long size, FileTime modified, FileTime changed) {
        this.mode = mode;
        this.uid = uid;
        this.inode = inode;
        this.size = size;
        this.modified = modified;
        this.changed = changed;
    }

    /** The facts; null when there is nothing at that path. */
    static @Nullable FileFacts of(Path path) throws IOException {
        File file = path.toFile();
        // Most files are not there; to learn it from an exception costs more classes than to list their folder.
        if (!file.exists() && isMissingFrom(file.getParentFile(), file.getName())) {
            return null;
        }
        return again(path);
    }

    /** The same for a path that is looked at again and again, where what an exception loads is loaded and a list would cost more. */
    static @Nullable FileFacts again(Path path) throws IOException {
        try {
            return read(path);
        } catch (NoSuchFileException absent) {
            return null;
        }
    }

    /** Whether a folder can be listed and does not hold a name, or is itself missing so. A link to nothing is held all the same. */
    private static boolean isMissingFrom(@Nullable File folder, String name) {
        String[] names = folder == null ? null : folder.list();
        if (folder == null || names == null) {
            return folder != null && !folder.exists() && isMissingFrom(folder.getParentFile(), folder.getName());
        }
        for (String each : names) {
            if (each.equals(name)) {
                return false;
            }
        }
        return true;
    }

    private static FileFacts read(Path path) throws IOException {
        Map<String, Object> unix;
        try {
            unix = Files.readAttributes(path, UNIX, LinkOption.NOFOLLOW_LINKS);
        } catch (UnsupportedOperationException notUnix) {
            return basic(path);
        }
        return new FileFacts(
                number(unix, "mode").intValue(),
                number(unix, "uid").intValue(),
                number(unix, "ino").longValue(),
                number(unix, "size").longValue(),
                time(unix, "lastModifiedTime"),
                time(unix, "ctime"));
    }

    private static Number number(Map<String, Object> unix, String name) throws IOException {
        if (unix.get(name) instanceof Number number) {
            return number;
        }
        throw new IOException("unknown attribute");
    }

    private static FileTime time(Map<String, Object> unix, String name) throws IOException {
        if (unix.get(name) instanceof FileTime time) {
            return time;
        }
        throw new IOException("unknown attribute");
    }

    /** Where there are no Unix attributes. */
    static FileFacts basic(Path path) throws IOException {
        BasicFileAttributes basic = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        int kind = basic.isRegularFile() ? REGULAR : basic.isDirectory() ? FOLDER : basic.isSymbolicLink() ? LINK : 0;
        return new FileFacts(kind, 0, 0, basic.size(), basic.lastModifiedTime(), basic.creationTime());
    }

    boolean isRegularFile() {
        return (mode & KIND) == REGULAR;
    }

    boolean isFolder() {
        return (mode & KIND) == FOLDER;
    }

    boolean isLink() {
        return (mode & KIND) == LINK;
    }

    /** The kind and the permissions. */
    int mode() {
        return mode;
    }

    /** Whether it belongs to a user and nobody else may read or write it. */
    boolean isPrivateOf(int user) {
        return uid == user && (mode & OTHERS) == 0;
    }

    /** The number of the owner. */
    int uid() {
        return uid;
    }

    long size() {
        return size;
    }

    /** Whether users outside owner and group may write. In a sticky folder they can add, but not replace. */
    boolean othersCanReplace() {
        return (mode & OTHERS_WRITE) != 0 && !(isFolder() && (mode & STICKY) != 0);
    }

    /** Whether anybody but the owner may write. */
    boolean onlyOwnerCanReplace() {
        return !othersCanReplace() && ((mode & GROUP_WRITES) == 0 || (isFolder() && (mode & STICKY) != 0));
    }

    /** Whether nothing happened to the path between two looks. */
    static boolean same(@Nullable FileFacts first, @Nullable FileFacts second) {
        if (first == null || second == null) {
            return first == second;
        }
        if (first.mode != second.mode || first.uid != second.uid || first.inode != second.inode) {
            return false;
        }
        // A folder's times and size change with every file in it; those that matter are looked at themselves.
        return first.isFolder()
                || (first.size == second.size
                        && first.modified.equals(second.modified)
                        && first.changed.equals(second.changed));
    }
}
