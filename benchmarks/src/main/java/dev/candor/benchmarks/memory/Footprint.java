package dev.candor.benchmarks.memory;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the process that asks takes. */
final class Footprint {
    private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();
    private static final int SETTLED = 3;
    private static final long KIBI = 1024;

    private Footprint() {}

    /** One line: heap that is in use after collections, and resident memory, both in KiB. */
    static String line() throws IOException {
        for (int i = 0; i < SETTLED; i++) {
            MEMORY.gc();
        }
        return MEMORY.getHeapMemoryUsage().getUsed() / KIBI + " " + residentKibi();
    }

    private static long residentKibi() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"), StandardCharsets.UTF_8)) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(
                        line.replace("VmRSS:", "").replace("kB", "").strip());
            }
        }
        return -1;
    }
}
