package dev.candor.examples.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The runs of {@code labels}: one request of each kind to a server. */
final class LabelsScenes {
    private static final String SWITCH = "LABELS_ENABLE_TELEMETRY";
    private static final Expectation USED = Expectation.nothing()
            .with(
                    "segment",
                    "track me_requested",
                    "track bulk_logged",
                    "track api_error",
                    "track api_error",
                    "track api_error",
                    "track api_error",
                    "track integration_used");

    private final Path programs;
    private final Receivers receivers;
    private final Table table;
    private final List<String> wrong = new ArrayList<>();

    LabelsScenes(Path programs, Receivers receivers, Table table) {
        this.programs = programs;
        this.receivers = receivers;
        this.table = table;
    }

    /** Runs them; returns what went wrong, one line each. */
    List<String> run() throws IOException, InterruptedException {
        scene("the notice, and 24 hours of nothing", Map.of(), Expectation.nothing(), "tour");
        scene(SWITCH + "=1", Map.of(SWITCH, "1"), USED, "tour");
        scene(SWITCH + "=0", Map.of(SWITCH, "0"), Expectation.nothing(), "tour");
        scene(
                "--disable-telemetry beside " + SWITCH + "=1",
                Map.of(SWITCH, "1"),
                Expectation.nothing(),
                "tour",
                "--disable-telemetry");
        return wrong;
    }

    private void scene(String title, Map<String, String> environment, Expectation expected, String... arguments)
            throws IOException, InterruptedException {
        try (Sandbox sandbox = new Sandbox(programs)) {
            environment.forEach(sandbox::with);
            sandbox.with(
                    "LABELS_OPTS",
                    "-Dlabels.maintainer.segment_write_key=maintainer-write-key -Dlabels.maintainer.segment_endpoint="
                            + receivers.segment().uri());
            Sandbox.Ended ended = sandbox.run("labels", arguments);
            if (ended.exitCode() != 0) {
                wrong.add("labels, " + title + ": ended with " + ended.exitCode() + ": " + ended.output());
            }
            sandbox.run("labels", "telemetry", "flush");
            var received = receivers.take();
            table.add("labels: " + title, received);
            expected.differences(received).forEach(line -> wrong.add("labels, " + title + ": " + line));
            if (expected.equals(Expectation.nothing())
                    && Files.exists(sandbox.work().resolve("labels-data/telemetry"))) {
                wrong.add("labels, " + title + ": telemetry left files beside the data");
            }
        }
    }
}
