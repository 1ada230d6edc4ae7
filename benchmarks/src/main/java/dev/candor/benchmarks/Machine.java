package dev.candor.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What was measured on.
 *
 * @param system operating system and its version
 * @param processor its model; empty where nothing tells
 * @param cores how many this process may use
 * @param load the load average of the last minute when the measurement began; negative where nothing tells
 * @param java the measured JVM
 */
public record Machine(String system, String processor, int cores, double load, String java) {

    /** What this process runs on, now. */
    public static Machine here() {
        return new Machine(
                property("os.name") + " " + property("os.version") + " " + property("os.arch"),
                processorModel(),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                property("java.vm.name") + " " + property("java.runtime.version"));
    }

    private static String property(String name) {
        return System.getProperty(name, "");
    }

    private static String processorModel() {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/cpuinfo"), StandardCharsets.UTF_8)) {
                if (line.startsWith("model name")) {
                    return line.substring(line.indexOf(':') + 1).strip();
                }
            }
            return "";
        } catch (IOException notLinux) {
            return "";
        }
    }
}
