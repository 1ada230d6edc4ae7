package dev.candor.benchmarks.command;

import dev.candor.benchmarks.Child;
import dev.candor.benchmarks.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where the runs of one scenario happen: a working folder, a home, an environment. */
final class Place {
    // Nothing in /proc can be made, not even by root.
    private static final String UNWRITABLE = "/proc/self";
    private static final String TOML = "[runtime]\nlog_level = \"warn\"\n";
    private static final String YAML = "runtime:\n  log_level: warn\n";
    private static final int EARLIER_RUNS = 8;
    private static final String EVENTS_EACH = "5000";
    private static final String NO = "[runtime]\nbenchtool_telemetry = false\n";

    private final Scenario scenario;
    private final Path folder;
    private final Path home;
    private final Map<String, String> environment = new LinkedHashMap<>();
    private int changes;

    /** A place in {@code folder}, with {@code home} as its home. */
    Place(Scenario scenario, Path folder, Path home) {
        this.scenario = scenario;
        this.folder = folder;
        this.home = home;
    }

    /** Puts there what the scenario wants to be found. */
    void furnish(Receivers receivers, Child child) throws IOException, InterruptedException {
        environment.put("HOME", home.toString());
        environment.put("SINK", receivers.of(scenario.setting()));
        switch (scenario.setting()) {
            case DENIED_BY_FILE -> config("toml", NO);
            case DENIED_BY_ENVIRONMENT -> {
                config("toml", TOML);
                answerYes(child);
                environment.put("DO_NOT_TRACK", "1");
            }
            case READ_ONLY -> {
                environment.put("HOME", UNWRITABLE);
                environment.put("BENCHTOOL_ENABLE_TELEMETRY", "true");
            }
            case WAITING -> {
                config("toml", TOML);
                answerYes(child);
                for (int i = 0; i < EARLIER_RUNS; i++) {
                    child.run(folder, environment, List.of(), Command.class.getName(), EVENTS_EACH);
                }
            }
            case YAML -> {
                config("yaml", YAML);
                answerYes(child);
            }
            case FULL_DISK -> {
                config("toml", TOML);
                answerYes(child);
                // The disk was not full from the beginning.
                child.run(folder, environment, List.of(), Command.class.getName(), "1");
            }
            default -> {
                config("toml", TOML);
                answerYes(child);
            }
        }
    }

    /** Makes each run what the scenario says, where the run before it has changed that. */
    void reset() throws IOException {
        if (scenario.setting() == Scenario.Setting.UPLOAD) {
            Files.deleteIfExists(home.resolve(".local/state/" + Command.NAME + "/telemetry/upload.token"));
        } else if (scenario.setting() == Scenario.Setting.CHANGED_CONFIG) {
            changes++;
            config("toml", TOML + "retries = " + changes + "\n");
        }
    }

    Path folder() {
        return folder;
    }

    Path home() {
        return home;
    }

    Map<String, String> environment() {
        return environment;
    }

    /** The JVM's options. */
    List<String> options() {
        List<String> options = new ArrayList<>();
        if (scenario.setting() != Scenario.Setting.FULL_DISK) {
            options.add("-Dexpected=" + (scenario.setting().denied() ? 0 : scenario.events()));
        }
        if (scenario.setting() == Scenario.Setting.UPLOAD) {
            options.add("-Ddetached=true");
        }
        return options;
    }

    private void config(String kind, String text) throws IOException {
        Text.write(home.resolve("." + Command.NAME).resolve("config." + kind), text);
    }

    private void answerYes(Child child) throws IOException, InterruptedException {
        child.run(folder, environment, List.of(), Command.class.getName(), "yes");
    }
}
