package dev.candor.telemetry.core.internal.spool;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;

/**
 * Whether a directory lies on a network file system, where neither locks nor renames are what they should be.
 *
 * <p>On Linux {@code /proc/self/mountinfo} is read, see proc(5): the JDK's own look-up parses the mount table for each
 * call and is slower. A table that cannot be read counts as local.
 */
final class NetworkMounts {

    private static final List<String> TYPES =
            List.of("nfs", "cifs", "smb", "9p", "afs", "ceph", "gluster", "lustre", "ncpfs", "webdav", "fuse.");

    private static final List<String> LOCAL_FUSE =
            List.of("fuse.fuse-overlayfs", "fuse.ext2", "fuse.ntfs", "fuse.exfat");

    private NetworkMounts() {}

    static boolean holds(File directory) throws IOException {
        File table = new File("/proc/self/mountinfo");
        if (table.exists()) {
            try (InputStream in = new FileInputStream(table)) {
                String mounts = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                return isNetwork(typeOf(directory.getCanonicalPath(), mounts));
            }
        }
        String path = directory.getPath();
        return path.startsWith("\\\\")
                || isNetwork(Files.getFileStore(directory.toPath()).type());
    }

    static boolean isNetwork(String type) {
        String lower = type.toLowerCase(Locale.ROOT);
        for (String local : LOCAL_FUSE) {
            if (lower.startsWith(local)) {
                return false;
            }
        }
        for (String network : TYPES) {
            if (lower.startsWith(network)) {
                return true;
            }
        }
        return false;
    }

    /** The type of the file system with the longest mount point above a path; the last one mounted there wins. */
    static String typeOf(String path, String mountinfo) {
        String best = "";
        String type = "";
        int from = 0;
        while (from < mountinfo.length()) {
            int end = mountinfo.indexOf('\n', from);
            end = end < 0 ? mountinfo.length() : end;
            String line = mountinfo.substring(from, end);
            from = end + 1;
            String point = field(line, 4).replace("\\040", " ");
            if (isAbove(point, path) && point.length() >= best.length()) {
                best = point;
                int separator = line.indexOf(" - ");
                type = separator < 0 ? "" : field(line.substring(separator + 3), 0);
            }
        }
        return type;
    }

    private static boolean isAbove(String point, String path) {
        return point.equals("/")
                || path.equals(point)
                || (!point.isEmpty() && path.startsWith(point) && path.charAt(point.length()) == '/');
    }

    private static String field(String line, int index) {
        int from = 0;
        for (int i = 0; i < index; i++) {
            from = line.indexOf(' ', from) + 1;
            if (from == 0) {
                return "";
            }
        }
        int end = line.indexOf(' ', from);
        return line.substring(from, end < 0 ? line.length() : end);
    }
}
