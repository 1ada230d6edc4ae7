package dev.candor.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.examples.application.EmbeddingProgram;
import dev.candor.telemetry.testkit.SentryReceiver;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two jars, two programs, one answer: what is told to the command line holds for the SDK in somebody's application. */
class DeployerSdkIT {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int LONGEST_SECONDS = 120;
    private static final List<String> NOT_OF_THE_SDK =
            List.of("examples", "integration-", "telemetry-testkit", "picocli", "jetty", "hsqldb", "logback");

    private final SentryReceiver sentry = new SentryReceiver();

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        sentry.close();
    }

    @Test
    void jars_commandLineAndSdk_areTwo() throws IOException {
        List<String> classPath = classPathOfTheSdk();

        assertThat(classPath).anyMatch(jar -> jar.contains("deployer-sdk-"));
        assertThat(classPath).noneMatch(jar -> jar.contains("picocli") || jar.endsWith("examples/target/classes"));
        assertThat(Path.of("target/classes/dev/candor/examples/deployer/Deployer.class"))
                .exists();
        assertThat(Path.of("target/classes/dev/candor/examples/deployer/sdk")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // the answer to the command line, the application's word, DO_NOT_TRACK, whether the error is reported
                "true, true, -, true",
                "true, -, -, false",
                "true, true, 1, false",
                "false, true, -, false",
                "false, true, 0, false",
                "-, true, 0, true",
                "-, true, -, false"
            })
    void consent_givenToTheCommandLine_countsForTheSdkInItsOwnProgram(
            String answer, String word, String doNotTrack, boolean reported) throws Exception {
        try (Sandbox sandbox = new Sandbox(Path.of("bin").toAbsolutePath())) {
            Path bundle = damagedBundle(sandbox);
            if (answer != null) {
                Sandbox.Ended installed = sandbox.run("deployer", "install", "--tracking=" + answer);
                assertThat(installed.exitCode()).as(installed.output()).isZero();
            }
            List<String> before = sandbox.filesInHome();

            Program program = embed(sandbox, bundle, word, doNotTrack);

            assertThat(program.exitCode()).as(program.output()).isEqualTo(3);
            assertThat(program.output()).isEqualTo("application: a file's checksum is not that of the manifest\n");
            if (!reported) {
                assertThat(sandbox.filesInHome()).isEqualTo(before);
            }
            assertThat(sentry.awaitCount(reported ? 1 : 0, LONG))
                    .extracting(item -> item.name())
                    .isEqualTo(reported ? List.of("IllegalStateException") : List.of());
        }
    }

    /** Made by the command line itself, before anybody has said anything. */
    private static Path damagedBundle(Sandbox sandbox) throws IOException, InterruptedException {
        Path site = Files.createDirectories(sandbox.work().resolve("site"));
        Files.writeString(site.resolve("index.html"), "<p>hello</p>\n", StandardCharsets.UTF_8);
        assertThat(sandbox.run("deployer", "deploy", "--fail", "site").exitCode())
                .isEqualTo(1);
        return sandbox.work().resolve("deployed/site.zip");
    }

    private record Program(int exitCode, String output) {}

    /** Runs the application with the SDK's jar and what that needs; its makers' address comes as a system property. */
    private Program embed(Sandbox sandbox, Path bundle, String word, String doNotTrack) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Ddeployer.maintainer.sentry_dsn=" + sentry.dsn(),
                "-cp",
                String.join(File.pathSeparator, classPathOfTheSdk()),
                EmbeddingProgram.class.getName(),
                bundle.toString()));
        if (word != null) {
            command.add(word);
        }
        Path output = folder.resolve("output");
        ProcessBuilder builder = sandbox.process(command);
        if (doNotTrack != null) {
            builder.environment().put("DO_NOT_TRACK", doNotTrack);
        }
        builder.redirectErrorStream(true).redirectInput(new File("/dev/null")).redirectOutput(output.toFile());
        Process process = builder.start();
        assertThat(process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)).isTrue();
        return new Program(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    }

    /** The application's one class, the SDK's jar and the jars under it; nothing of the command line. */
    private List<String> classPathOfTheSdk() throws IOException {
        String name = EmbeddingProgram.class.getName().replace('.', '/') + ".class";
        Path copy = folder.resolve("application").resolve(name);
        if (!Files.exists(copy)) {
            Files.createDirectories(copy.getParent());
            Files.copy(Path.of("target/test-classes", name), copy);
        }
        List<String> entries =
                new ArrayList<>(List.of(folder.resolve("application").toString()));
        try (Stream<Path> jars = Files.list(Path.of("target/lib"))) {
            jars.filter(jar ->
                            NOT_OF_THE_SDK.stream().noneMatch(jar.getFileName().toString()::startsWith))
                    .map(jar -> jar.toAbsolutePath().toString())
                    .sorted()
                    .forEach(entries::add);
        }
        return entries;
    }
}
