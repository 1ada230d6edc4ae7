package dev.candor.telemetry.core.internal.pipeline;

import dev.candor.telemetry.core.Surroundings;
import java.io.File;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a tool's telemetry keeps its state: {@code $XDG_STATE_HOME} or {@code ~/.local/state} on Unix, {@code ~/Library/Application Support}
 * on macOS, {@code %LOCALAPPDATA%} on Windows; never a temporary folder, which others share.
 */
final class StateFolder {
    private StateFolder() {}

    /** The folder, which may not exist yet; null where there is no home. */
    static @Nullable File of(ToolSpec tool, Surroundings surroundings) {
        Path named = tool.dataDirectory();
        if (named != null) {
            return named.toFile();
        }
        File base = base(surroundings);
        return base == null ? null : new File(new File(base, tool.name()), "telemetry");
    }

    private static @Nullable File base(Surroundings surroundings) {
        if (surroundings.isWindows()) {
            String local = surroundings.environment().get("LOCALAPPDATA");
            return local == null || local.isEmpty() ? null : new File(local);
        }
        String xdg = surroundings.environment().get("XDG_STATE_HOME");
        if (xdg != null && xdg.startsWith("/")) {
            return new File(xdg);
        }
        Path home = surroundings.home();
        if (home == null) {
            return null;
        }
        return surroundings.isMac()
                ? new File(home.toFile(), "Library/Application Support")
                : new File(home.toFile(), ".local/state");
    }
}
