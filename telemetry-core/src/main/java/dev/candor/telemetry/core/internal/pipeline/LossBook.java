package dev.candor.telemetry.core.internal.pipeline;

import dev.candor.telemetry.core.internal.files.FileMutex;
import dev.candor.telemetry.core.internal.files.Home;
import dev.candor.telemetry.core.internal.files.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * What all processes of a tool dropped, for {@code telemetry status}: a count and a reason in each line of one small file.
 *
 * <p>Written when a process ends that dropped something, so that one that dropped nothing writes nothing. Reasons name declared events
 * and attributes; they hold nothing of any value.
 */
final class LossBook {
    private static final int MOST_BYTES = 256 * 1024;
    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final Path file;
    private final Path lock;
    private final Home home;

    LossBook(Path folder, Home home) {
        this.file = folder.resolve("dropped");
        this.lock = folder.resolve("dropped.lock");
        this.home = home;
    }

    /** Adds counts by reason. Where the file cannot be written they are lost, and the program goes on. */
    void add(Map<String, Long> counts) {
        if (counts.isEmpty()) {
            return;
        }
        try {
            home.makeFoldersFor(file);
            FileMutex.hold(lock, PATIENCE, () -> {
                Map<String, Long> all = read();
                counts.forEach((reason, count) -> all.merge(reason, count, Long::sum));
                PrivateFiles.replace(file, text(all).getBytes(StandardCharsets.UTF_8), home);
                return all;
            });
        } catch (IOException | RuntimeException unwritable) {
            System.getLogger("dev.candor.telemetry")
                    .log(System.Logger.Level.DEBUG, "What was dropped could not be noted.", unwritable);
        }
    }

    /** The counts of all processes by reason; lines that make no sense are left out. */
    Map<String, Long> read() {
        Map<String, Long> all = new TreeMap<>();
        try {
            if (Files.exists(file)) {
                String text = new String(PrivateFiles.read(file, MOST_BYTES), StandardCharsets.UTF_8);
                text.lines().forEach(line -> take(all, line));
            }
        } catch (IOException | RuntimeException unreadable) {
            return new TreeMap<>();
        }
        return all;
    }

    /** Forgets everything. */
    void clear() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            System.getLogger("dev.candor.telemetry")
                    .log(System.Logger.Level.WARNING, "The counts of what was dropped could not be deleted.", stays);
        }
    }

    private static void take(Map<String, Long> all, String line) {
        int blank = line.indexOf(' ');
        if (blank <= 0) {
            return;
        }
        try {
            all.merge(line.substring(blank + 1), Long.parseLong(line.substring(0, blank)), Long::sum);
        } catch (NumberFormatException torn) {
            return;
        }
    }

    private static String text(Map<String, Long> all) {
        StringBuilder text = new StringBuilder();
        all.forEach((reason, count) ->
                text.append(count).append(' ').append(reason.replace('\n', ' ')).append('\n'));
        return text.toString();
    }
}
