package dev.candor.examples.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The runs of {@code deployer}: two systems with a switch each, neither of which touches the other. */
final class DeployerScenes {
    /** A parent whose trace is kept, so that the sampler's one in ten does not make the demo a lottery. */
    private static final String SAMPLED = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private static final String TRACKING = "tracking: true\n";
    private static final Expectation REPORTED = Expectation.nothing().with("sentry", "event IllegalStateException");

    private final Path programs;
    private final Receivers receivers;
    private final Table table;
    private final List<String> wrong = new ArrayList<>();

    DeployerScenes(Path programs, Receivers receivers, Table table) {
        this.programs = programs;
        this.receivers = receivers;
        this.table = table;
    }

    /** Runs them; returns what went wrong, one line each. */
    List<String> run() throws IOException, InterruptedException {
        String[] broken = {"deploy", "--fail", "site"};
        scene("an SDK error, nobody has decided", Map.of(), "", 1, Expectation.nothing(), broken);
        scene("an SDK error, tracking: true", Map.of(), TRACKING, 1, REPORTED, broken);
        scene("no such folder, tracking: true", Map.of(), TRACKING, 1, Expectation.nothing(), "deploy", "nowhere");
        scene("DO_NOT_TRACK=1 over it", Map.of("DO_NOT_TRACK", "1"), TRACKING, 1, Expectation.nothing(), broken);
        Map<String, String> zero = Map.of("DO_NOT_TRACK", "0");
        scene("DO_NOT_TRACK=0, nobody has decided", zero, "", 1, REPORTED, broken);
        scene("DO_NOT_TRACK=0 beside a no", zero, "tracking: false\n", 1, Expectation.nothing(), broken);
        traced();
        return wrong;
    }

    private void traced() throws IOException, InterruptedException {
        String[] invoke = {"invoke", "deployed/site.zip", "index.html"};
        Map<String, String> local =
                Map.of("DEPLOYER_OTLP_ENDPOINT", receivers.otlp().uri().toString(), "TRACEPARENT", SAMPLED);
        scene("a request locally", local, TRACKING, 0, Expectation.nothing(), invoke);
        Map<String, String> deployed = new HashMap<>(local);
        deployed.put("DEPLOYER_WORKLOAD", "site");
        deployed.put("DO_NOT_TRACK", "1");
        Expectation observed = Expectation.nothing()
                .with(
                        "otlp",
                        "span checksum",
                        "span read",
                        "span verify",
                        "log",
                        "metric workload.requests",
                        "metric workload.duration");
        scene("the same request deployed, DO_NOT_TRACK=1", deployed, "", 0, observed, invoke);
    }

    /** One run in a home of its own, with what has to arrive. */
    private void scene(
            String title,
            Map<String, String> environment,
            String config,
            int exitCode,
            Expectation expected,
            String... arguments)
            throws IOException, InterruptedException {
        try (Sandbox sandbox = new Sandbox(programs)) {
            sandbox.with(
                    "DEPLOYER_OPTS",
                    "-Ddeployer.detached=no -Ddeployer.maintainer.sentry_dsn="
                            + receivers.sentry().dsn());
            Path site = Files.createDirectories(sandbox.work().resolve("site"));
            Files.writeString(site.resolve("index.html"), "<p>hello</p>\n", StandardCharsets.UTF_8);
            if (arguments[0].equals("invoke")) {
                // Before anything is set, so that packing has nobody to report to.
                sandbox.run("deployer", "deploy", "site");
            }
            if (!config.isEmpty()) {
                sandbox.writeInHome(".deployer/config.yaml", config);
            }
            environment.forEach(sandbox::with);
            Sandbox.Ended ended = sandbox.run("deployer", arguments);
            if (ended.exitCode() != exitCode) {
                wrong.add("deployer, " + title + ": ended with " + ended.exitCode() + ": " + ended.output());
            }
            sandbox.run("deployer", "telemetry", "flush");
            var received = receivers.take();
            table.add("deployer: " + title, received);
            expected.differences(received).forEach(line -> wrong.add("deployer, " + title + ": " + line));
        }
    }
}
