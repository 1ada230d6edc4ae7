package dev.candor.telemetry.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the running process, without a child process and with as few classes as it takes. */
final class ProcessSurroundings {
    private ProcessSurroundings() {}

    static Surroundings read(Map<String, String> environment, Map<String, String> properties) {
        String osName = properties.getOrDefault("os.name", "");
        return Surroundings.builder()
                .environment(environment)
                .properties(properties)
                .home(home(environment, properties, osName))
                .workingDirectory(
                        Path.of(properties.getOrDefault("user.dir", "")).toAbsolutePath())
                .osName(osName)
                .user(properties.getOrDefault("user.name", ""), osName.equals("Linux") ? uid() : -1)
                .terminals(new ProcessTerminals())
                .clock(Clock.systemUTC())
                .streams(System.in, System.out, System.err)
                .build();
    }

    private static @Nullable Path home(Map<String, String> environment, Map<String, String> properties, String osName) {
        String home = properties.getOrDefault("user.home", "");
        String variable = environment.getOrDefault("HOME", "");
        if (!osName.startsWith("Windows") && variable.startsWith("/") && !variable.equals(home)) {
            home = HomeFolder.choose(home, variable, properties.getOrDefault("user.name", ""));
        }
        // A JVM that knows no home says "?", which as a relative path would put files into the working folder.
        if (home.isEmpty() || home.equals("?")) {
            return null;
        }
        Path path = Path.of(home);
        return path.isAbsolute() ? path : null;
    }

    /** The owner of the process's own folder is its effective user. */
    private static int uid() {
        try {
            return (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        } catch (IOException | RuntimeException unknown) {
            return -1;
        }
    }
}
