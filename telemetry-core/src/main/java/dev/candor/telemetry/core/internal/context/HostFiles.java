package dev.candor.telemetry.core.internal.context;

import java.util.List;

/**
 * The few fixed places of this machine that say where a program runs, such as {@code /proc/self/cgroup}.
 *
 * <p>Nothing here throws: what cannot be read is absent.
 */
public interface HostFiles {

    /** The machine's own files. */
    static HostFiles ofThisMachine() {
        return new MachineFiles();
    }

    /** Whether the file or folder is there. */
    boolean exists(String path);

    /** The first {@code maxBytes} bytes of a file, as UTF-8; empty when it is absent or cannot be read. */
    String head(String path, int maxBytes);

    /** Which of {@code words} the first {@code maxBytes} bytes of a file hold: one bit for each, the first one lowest. */
    default int mentions(String path, int maxBytes, String... words) {
        String text = head(path, maxBytes);
        int found = 0;
        for (int i = 0; i < words.length; i++) {
            found |= text.contains(words[i]) ? 1 << i : 0;
        }
        return found;
    }

    /** The names in a folder, sorted, at most {@code max} of them; empty when there is no such folder. */
    List<String> names(String folder, int max);
}
