package dev.candor.telemetry.core.internal.delivery;

import dev.candor.telemetry.core.internal.files.Home;
import dev.candor.telemetry.core.internal.files.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Keeps counts in a small file, a line for each day and type, readable by its owner only and replaced as a whole. */
public final class FileCapCounts implements CapCounts {
    private static final int LONGEST = 128 * 1024;
    /** Enough for a hundred types over the days that the spool keeps; the oldest days go first. */
    private static final int MOST_LINES = 800;

    private final Path file;
    private final Home home;

    /**
     * Keeps them in {@code file}.
     *
     * @param home whose owner the file belongs to
     */
    public FileCapCounts(Path file, Home home) {
        this.file = file;
        this.home = home;
    }

    @Override
    public Map<String, Integer> load() {
        Map<String, Integer> counts = new HashMap<>();
        try {
            String text = new String(PrivateFiles.read(file, LONGEST), StandardCharsets.UTF_8);
            for (String line : text.split("\n", -1)) {
                int space = line.indexOf(' ');
                if (space > 0) {
                    counts.put(line.substring(space + 1), Integer.parseInt(line.substring(0, space)));
                }
            }
            return counts;
        } catch (IOException | RuntimeException unreadable) {
            return Map.of();
        }
    }

    @Override
    public void save(Map<String, Integer> counts) {
        TreeMap<String, Integer> sorted = new TreeMap<>(counts);
        while (sorted.size() > MOST_LINES) {
            sorted.pollFirstEntry();
        }
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, Integer> each : sorted.entrySet()) {
            text.append(each.getValue()).append(' ').append(each.getKey()).append('\n');
        }
        try {
            PrivateFiles.replace(file, text.toString().getBytes(StandardCharsets.UTF_8), home);
        } catch (IOException | RuntimeException notKept) {
            // What was sent now is not counted; that is all it costs.
            return;
        }
    }
}
