package dev.candor.telemetry.core;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the running process, without a child process and with as few classes as it takes. */
final class ProcessSurroundings {
    private ProcessSurroundings() {}

    static Surroundings read(Map<String, String> variables, Map<String, String> properties) {
        String osName = properties.getOrDefault("os.name", "");
        Map<String, String> environment = osName.startsWith("Windows") ? upperCase(variables) : variables;
        return new Surroundings(
                environment,
                properties,
                home(environment, properties, osName),
                Path.of(properties.getOrDefault("user.dir", "")).toAbsolutePath(),
                machineFolder(environment, osName),
                osName,
                properties.getOrDefault("user.name", ""),
                Surroundings.ASK_PROCESS,
                Surroundings.ASK_PROCESS,
                Clock.systemUTC(),
                System.in,
                System.out,
                System.err);
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

    private static @Nullable Path machineFolder(Map<String, String> environment, String osName) {
        if (!osName.startsWith("Windows")) {
            return Path.of(osName.startsWith("Mac") ? "/Library/Application Support" : "/etc");
        }
        try {
            // A relative folder would be one of the project's.
            Path data = Path.of(environment.getOrDefault("PROGRAMDATA", ""));
            return data.isAbsolute() ? data : null;
        } catch (InvalidPathException notAPath) {
            return null;
        }
    }

    /** Windows does not tell names of variables apart by case. */
    private static Map<String, String> upperCase(Map<String, String> environment) {
        Map<String, String> folded = new HashMap<>();
        for (Map.Entry<String, String> each : environment.entrySet()) {
            folded.put(each.getKey().toUpperCase(Locale.ROOT), each.getValue());
        }
        return folded;
    }
}
