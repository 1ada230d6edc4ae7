package dev.candor.telemetry.core.internal.context;

import java.lang.management.ManagementFactory;
import java.util.Map;

/** What the system and the Java runtime say about themselves. */
final class Machine {

    private static final int MAX_WORD = 64;
    private static final int MAX_LINE = 160;
    private static final int MAX_PROC_BYTES = 4096;
    private static final int MEMORY_LINE_BYTES = 40;

    private final Map<String, String> properties;
    private final HostFiles files;

    /** @param properties the runtime's system properties, as far as they are texts */
    Machine(Map<String, String> properties, HostFiles files) {
        this.properties = properties;
        this.files = files;
    }

    String word(String property) {
        return Words.plain(properties.getOrDefault(property, ""), MAX_WORD);
    }

    /** Physical memory in bytes; 0 where it cannot be told. */
    long memoryBytes() {
        // The first line, and no byte of the next one's number, which differs each time.
        String info = files.head("/proc/meminfo", MEMORY_LINE_BYTES);
        long kib = number(info, info.indexOf("MemTotal:"));
        return kib > 0 ? kib * 1024 : fromManagement();
    }

    /**
     * The kernel's release and build, such as {@code Linux 6.1.0-13-amd64 #1 SMP PREEMPT_DYNAMIC Debian 6.1.55-1}.
     *
     * <p>Not {@code /proc/version}, which names the user and host that built the kernel.
     */
    String kernelRelease() {
        String build = files.head("/proc/sys/kernel/version", MAX_PROC_BYTES);
        return Words.plain(word("os.name") + " " + word("os.version") + " " + build, MAX_LINE);
    }

    /** System, release and machine in one word, such as {@code Linux-6.1.0-13-amd64-amd64-64bit}. */
    String platform() {
        String bits = properties.getOrDefault("sun.arch.data.model", "");
        String name = word("os.name") + "-" + word("os.version") + "-" + word("os.arch");
        return Words.plain((bits.isEmpty() ? name : name + "-" + bits + "bit").replace(' ', '-'), MAX_LINE);
    }

    private static long number(String text, int label) {
        if (label < 0) {
            return 0;
        }
        int at = text.indexOf(':', label) + 1;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        long value = 0;
        for (; at < text.length() && Character.isDigit(text.charAt(at)) && value < Long.MAX_VALUE / 4096; at++) {
            value = value * 10 + (text.charAt(at) - '0');
        }
        return value;
    }

    /** Where there is no /proc. A runtime image without the management modules reports 0. */
    private static long fromManagement() {
        try {
            return ManagementFactory.getOperatingSystemMXBean()
                            instanceof com.sun.management.OperatingSystemMXBean system
                    ? Math.max(0, system.getTotalMemorySize())
                    : 0;
        } catch (RuntimeException | LinkageError e) {
            return 0;
        }
    }
}
