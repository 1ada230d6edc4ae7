package dev.candor.telemetry.core.internal.delivery;

import dev.candor.telemetry.core.internal.files.FileMutex;
import dev.candor.telemetry.core.internal.files.Home;
import dev.candor.telemetry.core.internal.files.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Keeps counts in a small file, a line for each day and type, readable by its owner only and replaced as a whole. */
public final class FileCapCounts implements CapCounts {
    private static final int LONGEST = 128 * 1024;
    /** Enough for a hundred types over the days that the spool keeps; the oldest days go first. */
    private static final int MOST_LINES = 800;

    /** How long to wait for others, who take a millisecond each. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final Path file;
    private final Path lock;
    private final Home home;

    /**
     * Keeps them in {@code file}.
     *
     * @param home whose owner the file belongs to
     */
    public FileCapCounts(Path file, Home home) {
        this.file = file;
        this.lock = file.resolveSibling(file.getFileName() + ".lock");
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
    public Map<String, Integer> add(Map<String, Integer> more) {
        try {
            return FileMutex.hold(lock, PATIENCE, () -> {
                Map<String, Integer> sum = sum(more);
                PrivateFiles.swap(file, text(sum), home);
                return sum;
            });
        } catch (IOException | RuntimeException notKept) {
            // What was sent now is not counted; that is all it costs.
            return sum(more);
        }
    }

    private Map<String, Integer> sum(Map<String, Integer> more) {
        TreeMap<String, Integer> sum = new TreeMap<>(load());
        more.forEach((key, count) -> sum.merge(key, count, Integer::sum));
        while (sum.size() > MOST_LINES) {
            sum.pollFirstEntry();
        }
        return sum;
    }

    private static byte[] text(Map<String, Integer> counts) {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, Integer> each : counts.entrySet()) {
            text.append(each.getValue()).append(' ').append(each.getKey()).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
