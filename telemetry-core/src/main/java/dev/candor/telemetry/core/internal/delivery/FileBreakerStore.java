package dev.candor.telemetry.core.internal.delivery;

import dev.candor.telemetry.core.internal.files.Home;
import dev.candor.telemetry.core.internal.files.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Keeps a breaker's state in a small file, readable by its owner only and replaced as a whole. */
public final class FileBreakerStore implements BreakerStore {
    private static final int LONGEST = 1_024;

    private final Path file;
    private final Home home;

    /**
     * Keeps it in {@code file}.
     *
     * @param home whose owner the file belongs to
     */
    public FileBreakerStore(Path file, Home home) {
        this.file = file;
        this.home = home;
    }

    @Override
    public @Nullable BreakerState load() {
        try {
            return BreakerState.parse(new String(PrivateFiles.read(file, LONGEST), StandardCharsets.UTF_8));
        } catch (IOException | RuntimeException unreadable) {
            return null;
        }
    }

    @Override
    public void save(BreakerState state) {
        try {
            PrivateFiles.replace(file, state.line().getBytes(StandardCharsets.UTF_8), home);
        } catch (IOException | RuntimeException notKept) {
            // The next process makes one attempt too many; that is all it costs.
            return;
        }
    }

    @Override
    public void clear() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException | RuntimeException stays) {
            // An old state only delays the next process's first attempt, by an hour at most.
            return;
        }
    }
}
