package dev.candor.telemetry;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads {@code /proc/self/status}, see proc(5); its {@code VmRSS} is in KiB. */
final class ProcessMemory implements RunMemory {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String KEY = "VmRSS:";
    private static final long KIB = 1024;

    @Override
    public long heapBytes() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    @Override
    public long residentBytes() {
        try (BufferedReader lines = Files.newBufferedReader(STATUS, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(KEY)) {
                    String number =
                            line.substring(KEY.length()).replace("kB", "").trim();
                    return Long.parseLong(number) * KIB;
                }
            }
            return 0;
        } catch (IOException | NumberFormatException notLinux) {
            return 0;
        }
    }
}
