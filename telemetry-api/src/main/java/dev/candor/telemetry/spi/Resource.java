package dev.candor.telemetry.spi;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where a signal was made: software, system and run. Never a host name, a user, a folder or a command line.
 *
 * @param toolName such as {@code loader}
 * @param toolVersion such as {@code 1.4.0}
 * @param environment such as {@code production}; empty where the tool names none
 * @param osName such as {@code Linux}
 * @param osVersion the kernel's or system's release
 * @param osArch such as {@code amd64}
 * @param javaVersion such as {@code 17.0.15}
 * @param javaVendor such as {@code Eclipse Adoptium}
 * @param cpus number of cores
 * @param memoryBytes physical memory; 0 where unknown
 * @param ci whether this is a CI run
 * @param ciName the CI system; empty where unknown
 * @param execInfo the kinds of place it runs in, such as {@code docker}
 * @param extra what else the tool declared: workspace, commit, GPUs, library versions
 */
public record Resource(
        String toolName,
        String toolVersion,
        String environment,
        String osName,
        String osVersion,
        String osArch,
        String javaVersion,
        String javaVendor,
        int cpus,
        long memoryBytes,
        boolean ci,
        String ciName,
        List<String> execInfo,
        Map<String, Object> extra) {

    /** Copies the collections; the order of {@code extra} becomes that of its keys, so that the same tool says the same on every day. */
    public Resource {
        execInfo = List.copyOf(execInfo);
        extra = Collections.unmodifiableMap(new TreeMap<>(Map.copyOf(extra)));
    }
}
