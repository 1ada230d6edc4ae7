package dev.candor.telemetry.core.internal.spool;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Creates folders that nobody but this user can enter. */
final class PrivateFolders {

    private PrivateFolders() {}

    /** Creates a folder and what is missing above it, unless the way to it is not this user's. */
    static void create(Path folder) throws IOException {
        if (File.separatorChar == '/') {
            // Before anything is made: root must not leave folders in somebody's home that their owner cannot use.
            DirectoryTrust.checkWay(folder);
        }
        make(folder);
    }

    private static void make(Path folder) throws IOException {
        Path parent = folder.getParent();
        if (parent != null && !Files.isDirectory(parent)) {
            make(parent);
        }
        try {
            if (File.separatorChar == '/') {
                Files.createDirectory(
                        folder,
                        PosixFilePermissions.asFileAttribute(Set.of(
                                PosixFilePermission.OWNER_READ,
                                PosixFilePermission.OWNER_WRITE,
                                PosixFilePermission.OWNER_EXECUTE)));
            } else {
                Files.createDirectory(folder);
            }
        } catch (FileAlreadyExistsException raced) {
            // Another process made it first; the check that follows decides.
        }
    }
}
