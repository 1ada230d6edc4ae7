package dev.candor.telemetry.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Asks the operating system for the effective user, without a child process. */
final class ProcessUser {
    private ProcessUser() {}

    /** The user's number; -1 where it is not known. On Linux, the owner of the process's own folder is its effective user. */
    static int uid(String osName) {
        try {
            return osName.equals("Linux") ? (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid") : -1;
        } catch (IOException | RuntimeException unknown) {
            return -1;
        }
    }
}
