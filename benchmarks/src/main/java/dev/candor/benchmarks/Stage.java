package dev.candor.benchmarks;

import dev.candor.benchmarks.Scenario.Delivery;
import dev.candor.benchmarks.Scenario.HomeKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the runs of one scenario happen.
 *
 * @param folder the working folder
 * @param environment all that the program finds in its environment
 * @param options the JVM's
 * @param argument the command's
 * @param token what tells the command that an upload was started lately; taken away before each run that shall start one, else null
 */
record Stage(
        Path folder,
        Map<String, String> environment,
        List<String> options,
        String argument,
        @Nullable Path token) {
    // Nothing in /proc can be made, not even by root.
    private static final Path UNWRITABLE = Path.of("/proc/self");

    /** Copies the collections. */
    Stage {
        environment = Map.copyOf(environment);
        options = List.copyOf(options);
    }

    static Stage prepare(Scenario scenario, Path work, String url, @Nullable Path full, Child child)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(work, "scenario");
        Path home = folder.resolve("home");
        Files.createDirectories(home);
        if (!scenario.config().isEmpty()) {
            Text.write(home.resolve("." + Command.NAME).resolve("config.toml"), scenario.config());
        }
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("HOME", home.toString());
        if (scenario.delivery() != Delivery.DEAD) {
            environment.put("SINK", url);
        }
        if (scenario.home() == HomeKind.RECORDED && scenario.accepted() > 0) {
            child.run(folder, environment, List.of(), Command.class.getName(), "yes");
        } else if (scenario.home() == HomeKind.READ_ONLY) {
            environment.put("HOME", UNWRITABLE.toString());
        } else if (scenario.home() == HomeKind.FULL && full != null) {
            environment.put("HOME", full.toString());
        }
        for (String variable : scenario.variables()) {
            int equals = variable.indexOf('=');
            environment.put(variable.substring(0, equals), variable.substring(equals + 1));
        }
        List<String> options = new ArrayList<>();
        options.add("-Dexpected=" + scenario.accepted());
        boolean uploads = scenario.delivery() == Delivery.UPLOAD;
        if (uploads) {
            options.add("-Ddetached=true");
        }
        Path token = home.resolve(".local/state").resolve(Command.NAME).resolve("telemetry/upload.token");
        return new Stage(folder, environment, options, String.valueOf(scenario.events()), uploads ? token : null);
    }

    void reset() throws IOException {
        if (token != null) {
            Files.deleteIfExists(token);
        }
    }
}
