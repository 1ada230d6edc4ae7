package dev.candor.examples.demo;

import dev.candor.telemetry.testkit.PostHogCapture;
import dev.candor.telemetry.testkit.Received;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The runs of {@code trainer}: short ones, with the config of the README. */
final class TrainerScenes {
    private static final int RANKS = 4;
    private static final String CONFIG = """
        base_model: google/names-tiny
        hidden_size: 16
        learning_rate: 0.02
        output_dir: ./hushed-output
        datasets:
          - path: /home/somebody/hushed-data
            type: category
        wandb_project: hushed-project
        api_key: hushed-key
        """;
    private static final String[] WORKED = {
        "capture config_loaded",
        "capture train_start",
        "capture train_progress",
        "capture kernel_autotune",
        "capture train_end"
    };

    private final Path programs;
    private final Receivers receivers;
    private final Table table;

    TrainerScenes(Path programs, Receivers receivers, Table table) {
        this.programs = programs;
        this.receivers = receivers;
        this.table = table;
    }

    /** Runs them; returns what went wrong, one line each. */
    List<String> run() throws IOException, InterruptedException {
        List<String> wrong = new ArrayList<>();
        wrong.addAll(scene("undecided", Map.of(), 0, Expectation.nothing()));
        wrong.addAll(scene("granted", granted(), 0, worked()));
        wrong.addAll(scene("granted, and the loss is no number", granted(), 1, failed(), "--fail"));
        wrong.addAll(scene(
                "DO_NOT_TRACK=1 beside TRAINER_DO_NOT_TRACK=0",
                Map.of("TRAINER_DO_NOT_TRACK", "0", "DO_NOT_TRACK", "1"),
                0,
                Expectation.nothing()));
        wrong.addAll(ranks());
        wrong.addAll(laterVersion());
        return wrong;
    }

    private List<String> scene(
            String title, Map<String, String> variables, int exitCode, Expectation expected, String... more)
            throws IOException, InterruptedException {
        List<String> wrong = new ArrayList<>();
        try (Sandbox sandbox = sandbox(variables)) {
            List<String> before = sandbox.filesInHome();
            wrong.addAll(train(sandbox, title, exitCode, more));
            if (expected.equals(Expectation.nothing()) && !sandbox.filesInHome().equals(before)) {
                wrong.add("trainer, " + title + ": left in the home: " + sandbox.filesInHome());
            }
            wrong.addAll(arrived(sandbox, title, expected));
        }
        return wrong;
    }

    /** A launcher starts the program once for each rank; the first one speaks for all. */
    private List<String> ranks() throws IOException, InterruptedException {
        String title = "granted, started as " + RANKS + " ranks";
        List<String> wrong = new ArrayList<>();
        try (Sandbox sandbox = sandbox(granted())) {
            sandbox.with("WORLD_SIZE", String.valueOf(RANKS));
            for (int rank = RANKS - 1; rank >= 0; rank--) {
                sandbox.with("RANK", String.valueOf(rank));
                wrong.addAll(train(sandbox, title, 0));
            }
            wrong.addAll(arrived(sandbox, title, worked()));
        }
        return wrong;
    }

    /** Whoever said yes to one version is asked again by the one that changes what saying nothing means. */
    private List<String> laterVersion() throws IOException, InterruptedException {
        String before = "a recorded yes to version 1.0.0";
        String later = "the same yes, and version 2.0.0, whose default has changed, asks again";
        List<String> wrong = new ArrayList<>();
        try (Sandbox sandbox = sandbox(Map.of())) {
            sandbox.run("trainer", "telemetry", "on");
            wrong.addAll(train(sandbox, before, 0));
            wrong.addAll(arrived(sandbox, before, worked()));
            sandbox.with("TRAINER_OPTS", maintainer() + " -Dtrainer.version=2.0.0");
            wrong.addAll(train(sandbox, later, 0));
            sandbox.run("trainer", "telemetry", "flush");
            wrong.addAll(arrived(sandbox, later, Expectation.nothing()));
        }
        return wrong;
    }

    private String maintainer() {
        return "-Dtrainer.maintainer.posthog_key=phc_maintainer -Dtrainer.maintainer.posthog_host="
                + receivers.postHog().uri();
    }

    private Sandbox sandbox(Map<String, String> variables) throws IOException {
        Sandbox sandbox = new Sandbox(programs);
        sandbox.with("TRAINER_OPTS", maintainer());
        variables.forEach(sandbox::with);
        sandbox.writeInHome("hushed-config.yml", CONFIG);
        return sandbox;
    }

    private static List<String> train(Sandbox sandbox, String title, int exitCode, String... more)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("train", "../home/hushed-config.yml", "--steps", "50"));
        arguments.addAll(List.of(more));
        Sandbox.Ended ended = sandbox.run("trainer", arguments.toArray(new String[0]));
        return ended.exitCode() == exitCode
                ? List.of()
                : List.of("trainer, " + title + ": ended with " + ended.exitCode() + ": " + ended.output());
    }

    private List<String> arrived(Sandbox sandbox, String title, Expectation expected)
            throws IOException, InterruptedException {
        if (!expected.equals(Expectation.nothing())) {
            sandbox.run("trainer", "telemetry", "flush");
        }
        Map<String, List<Received>> received = new LinkedHashMap<>();
        receivers.take().forEach((receiver, records) -> received.put(receiver, once(records)));
        table.add("trainer: " + title, received);
        List<String> wrong = new ArrayList<>();
        expected.differences(received).forEach(line -> wrong.add("trainer, " + title + ": " + line));
        for (Received record : received.getOrDefault("posthog", List.of())) {
            if (record instanceof PostHogCapture capture
                    && capture.event().toString().contains("hushed")) {
                wrong.add("trainer, " + title + ": " + capture.name() + " carries what is private: " + capture.event());
            }
        }
        return wrong;
    }

    /** What was on its way when the program ended is sent again under its id, of which PostHog keeps one. */
    private static List<Received> once(List<Received> records) {
        Set<String> ids = new HashSet<>();
        return records.stream().filter(record -> ids.add(record.id())).toList();
    }

    private static Map<String, String> granted() {
        return Map.of("TRAINER_DO_NOT_TRACK", "0");
    }

    private static Expectation worked() {
        return Expectation.nothing().with("posthog", WORKED);
    }

    private static Expectation failed() {
        return Expectation.nothing()
                .with(
                        "posthog",
                        "capture config_loaded",
                        "capture train_start",
                        "capture train_progress",
                        "capture $exception");
    }
}
