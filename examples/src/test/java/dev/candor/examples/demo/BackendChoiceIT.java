package dev.candor.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.testkit.Received;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Taking a backend's jar or its key away takes that backend away and nothing else. */
class BackendChoiceIT {
    private static final List<String> ALL = List.of("sentry", "posthog", "segment", "otlp");

    @TempDir
    Path folder;

    @Test
    void run_allJarsAndKeys_everyBackendReceives() throws IOException, InterruptedException {
        assertThat(reached(programsWithout("nothing"), ALL)).containsExactlyInAnyOrderElementsOf(ALL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sentry", "posthog", "segment", "otlp"})
    void run_withoutOneJar_allOthersReceive(String backend) throws IOException, InterruptedException {
        List<String> others = new ArrayList<>(ALL);
        others.remove(backend);

        assertThat(reached(programsWithout(backend), ALL)).containsExactlyInAnyOrderElementsOf(others);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sentry", "posthog", "segment", "otlp"})
    void run_withoutOneKey_allOthersReceive(String backend) throws IOException, InterruptedException {
        List<String> others = new ArrayList<>(ALL);
        others.remove(backend);

        assertThat(reached(programsWithout("nothing"), others)).containsExactlyInAnyOrderElementsOf(others);
    }

    /** Which receivers got something from a run with the user's own keys for {@code backends}. */
    private static List<String> reached(Path programs, List<String> backends) throws IOException, InterruptedException {
        try (Receivers receivers = new Receivers();
                Sandbox sandbox = new Sandbox(programs)) {
            sandbox.with("LOADER_OPTS", "-Dloader.detached=no");
            sandbox.writeInHome(".loader/config.toml", config(receivers, backends));
            Sandbox.Ended ended = sandbox.run("loader", "run");
            assertThat(ended.exitCode()).as(ended.output()).isZero();
            sandbox.run("loader", "telemetry", "flush");
            List<String> reached = new ArrayList<>();
            for (Map.Entry<String, List<Received>> each : receivers.take().entrySet()) {
                if (!each.getValue().isEmpty()) {
                    reached.add(each.getKey());
                }
            }
            assertThat(receivers.refusals()).isEmpty();
            return reached;
        }
    }

    private static String config(Receivers receivers, List<String> backends) {
        StringBuilder config = new StringBuilder("[runtime]\nloader_telemetry = true\n");
        if (backends.contains("sentry")) {
            config.append("sentry_dsn = \"").append(receivers.sentry().dsn()).append("\"\n");
        }
        if (backends.contains("otlp")) {
            config.append("otlp_endpoint = \"").append(receivers.otlp().uri()).append("\"\n");
        }
        if (backends.contains("posthog")) {
            config.append("posthog_key = \"phc_own\"\nposthog_host = \"")
                    .append(receivers.postHog().uri())
                    .append("\"\n");
        }
        if (backends.contains("segment")) {
            config.append("segment_write_key = \"own-write-key\"\nsegment_endpoint = \"")
                    .append(receivers.segment().uri())
                    .append("\"\n");
        }
        return config.toString();
    }

    /** The programs with a library folder that lacks one backend's jar. */
    private Path programsWithout(String backend) throws IOException {
        Path here = Path.of("").toAbsolutePath();
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Files.copy(here.resolve("bin/loader"), bin.resolve("loader"));
        assertThat(bin.resolve("loader").toFile().setExecutable(true)).isTrue();
        Path target = Files.createDirectories(folder.resolve("target"));
        Files.createSymbolicLink(target.resolve("classes"), here.resolve("target/classes"));
        Path lib = Files.createDirectories(target.resolve("lib"));
        try (Stream<Path> jars = Files.list(here.resolve("target/lib"))) {
            for (Path jar : jars.toList()) {
                if (!jar.getFileName().toString().startsWith("backend-" + backend + "-")) {
                    Files.createSymbolicLink(lib.resolve(jar.getFileName()), jar);
                }
            }
        }
        return bin;
    }
}
