package dev.candor.telemetry.core.internal.pipeline;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** This machine's name, so that it can be removed from texts. Asked of the kernel: a name service could hang. */
final class HostName {
    private static final int LONGEST = 256;

    private HostName() {}

    static String read() {
        File kernel = new File("/proc/sys/kernel/hostname");
        if (kernel.canRead()) {
            try (InputStream in = new FileInputStream(kernel)) {
                return new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8).trim();
            } catch (IOException unreadable) {
                return "";
            }
        }
        return "";
    }
}
