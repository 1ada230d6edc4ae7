package dev.candor.examples.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The four runs of {@code loader}. */
final class LoaderScenes {
    private static final String[] USAGE_POSTHOG = usage("capture ");
    private static final String[] USAGE_SEGMENT = usage("track ");

    private final Path programs;
    private final Receivers receivers;
    private final Table table;

    LoaderScenes(Path programs, Receivers receivers, Table table) {
        this.programs = programs;
        this.receivers = receivers;
        this.table = table;
    }

    /** Runs them; returns what went wrong, one line each. */
    List<String> run() throws IOException, InterruptedException {
        List<String> wrong = new ArrayList<>();
        wrong.addAll(scene("undecided, no keys of one's own", "", 0, Expectation.nothing(), "run"));
        wrong.addAll(scene("granted, own Sentry and OTLP", granted() + own(), 0, worked(), "run"));
        wrong.addAll(scene("the same, and the load fails", granted() + own(), 1, failed(), "run", "--fail"));
        wrong.addAll(scene(
                "enable_runtime_trace=false",
                "enable_runtime_trace = false\n" + granted() + own(),
                0,
                Expectation.nothing(),
                "run"));
        return wrong;
    }

    private List<String> scene(String title, String config, int exitCode, Expectation expected, String... arguments)
            throws IOException, InterruptedException {
        List<String> wrong = new ArrayList<>();
        try (Sandbox sandbox = new Sandbox(programs)) {
            sandbox.with("LOADER_OPTS", maintainer());
            if (!config.isEmpty()) {
                sandbox.writeInHome(".loader/config.toml", config);
            }
            List<String> before = sandbox.filesInHome();
            Sandbox.Ended ended = sandbox.run("loader", arguments);
            if (ended.exitCode() != exitCode) {
                wrong.add(title + ": loader ended with " + ended.exitCode() + ": " + ended.output());
            }
            sandbox.run("loader", "telemetry", "flush");
            var received = receivers.take();
            table.add("loader: " + title, received);
            expected.differences(received).forEach(line -> wrong.add("loader, " + title + ": " + line));
            if (expected.equals(Expectation.nothing()) && !sandbox.filesInHome().equals(before)) {
                wrong.add("loader, " + title + ": left in the home: " + sandbox.filesInHome());
            }
        }
        return wrong;
    }

    private String maintainer() {
        return "-Dloader.detached=no"
                + " -Dloader.maintainer.posthog_key=phc_maintainer"
                + " -Dloader.maintainer.posthog_host=" + receivers.postHog().uri()
                + " -Dloader.maintainer.segment_write_key=maintainer-write-key"
                + " -Dloader.maintainer.segment_endpoint=" + receivers.segment().uri();
    }

    private static String granted() {
        return "[runtime]\nloader_telemetry = true\n";
    }

    private String own() {
        return "sentry_dsn = \"" + receivers.sentry().dsn() + "\"\n" + "otlp_endpoint = \""
                + receivers.otlp().uri() + "\"\n";
    }

    private static Expectation worked() {
        return Expectation.nothing()
                .with("posthog", USAGE_POSTHOG)
                .with("segment", USAGE_SEGMENT)
                .with("sentry", "transaction run")
                .with("otlp", "span run", "span extract", "span normalize", "span load");
    }

    private static Expectation failed() {
        return worked().with("sentry", "transaction run", "event BatchUpdateException", "log")
                .with("otlp", "span run", "span extract", "span normalize", "span load", "log exception", "log");
    }

    private static String[] usage(String kind) {
        String[] names = {"command_run", "pipeline_extract", "pipeline_normalize", "pipeline_load", "pipeline_run"};
        String[] labels = new String[names.length];
        for (int i = 0; i < names.length; i++) {
            labels[i] = kind + names[i];
        }
        return labels;
    }
}
