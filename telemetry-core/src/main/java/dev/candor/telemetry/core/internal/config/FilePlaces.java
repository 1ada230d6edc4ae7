package dev.candor.telemetry.core.internal.config;

import dev.candor.telemetry.core.ConsentRules;
import dev.candor.telemetry.core.ConsentRules.Format;
import dev.candor.telemetry.core.Surroundings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a tool's files are on this machine. */
public final class FilePlaces {
    private final ConsentRules rules;
    private final Path projectFolder;
    private final @Nullable Path policyFolder;
    private final List<Path> userFolders;

    /** The places of a tool in its surroundings. */
    public FilePlaces(ConsentRules rules, Surroundings surroundings) {
        this.rules = rules;
        this.projectFolder = surroundings.workingDirectory().resolve(".".concat(rules.tool()));
        Path machine = surroundings.machineFolder();
        this.policyFolder = machine == null ? null : machine.resolve(rules.tool());
        this.userFolders = List.copyOf(userFolders(rules.tool(), surroundings));
    }

    /** The same for a tool whose rules nobody needs to know. */
    public static List<Path> userFolders(String tool, Surroundings surroundings) {
        List<Path> folders = new ArrayList<>(2);
        Path home = surroundings.home();
        if (home != null) {
            folders.add(home.resolve(".".concat(tool)));
        }
        Path shared = sharedFolder(home, surroundings);
        if (shared != null) {
            folders.add(shared.resolve(tool));
        }
        return folders;
    }

    private static @Nullable Path sharedFolder(@Nullable Path home, Surroundings surroundings) {
        if (surroundings.isWindows()) {
            return absolute(surroundings.environment().get("APPDATA"));
        }
        Path named = absolute(surroundings.environment().get("XDG_CONFIG_HOME"));
        if (named != null || home == null) {
            return named;
        }
        return surroundings.isMac() ? home.resolve("Library").resolve("Application Support") : home.resolve(".config");
    }

    /** A folder from a variable; the XDG specification says that a relative one is ignored. */
    private static @Nullable Path absolute(@Nullable String folder) {
        if (folder == null || folder.isEmpty()) {
            return null;
        }
        try {
            Path path = Path.of(folder);
            return path.isAbsolute() ? path : null;
        } catch (RuntimeException notAPath) {
            return null;
        }
    }

    /** Every folder in which the user's files are looked for: {@code ~/.tool}, then the system's own place. */
    public List<Path> userFolders() {
        return userFolders;
    }

    /** The folder that is written to: the first that exists, else the first; nothing without a home. */
    public Optional<Path> userFolder() {
        for (Path each : userFolders) {
            if (Files.isDirectory(each)) {
                return Optional.of(each);
            }
        }
        return userFolders.isEmpty() ? Optional.empty() : Optional.of(userFolders.get(0));
    }

    /** The project's folder, which is never made. */
    public Path projectFolder() {
        return projectFolder;
    }

    /** The administrator's folder. */
    public Optional<Path> policyFolder() {
        return Optional.ofNullable(policyFolder);
    }

    /** The name of a config file in a format. */
    public static String configName(Format format) {
        return "config.".concat(format.extension());
    }

    /** The name of a policy file in a format. */
    public static String policyName(Format format) {
        return "telemetry-policy.".concat(format.extension());
    }

    /** The config file of the user that is written to: the first that exists, else one in the tool's first format. */
    public Optional<Path> userConfig() {
        for (Path folder : userFolders) {
            for (Format each : rules.formats()) {
                Path file = folder.resolve(configName(each));
                if (Files.exists(file)) {
                    return Optional.of(file);
                }
            }
        }
        return userFolder()
                .map(folder -> folder.resolve(configName(rules.formats().get(0))));
    }
}
