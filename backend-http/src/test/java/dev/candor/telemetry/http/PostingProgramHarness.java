package dev.candor.telemetry.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;

/** Runs {@link PostingProgram} in a JVM of its own. */
abstract class PostingProgramHarness {

    @TempDir
    Path folder;

    List<String> run(List<String> options, String... args) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", classPath(), PostingProgram.class.getName()));
        command.addAll(List.of(args));
        return finished(new ProcessBuilder(command));
    }

    List<String> finished(ProcessBuilder builder) throws Exception {
        Path output = Files.createTempFile(folder, "output", ".txt");
        builder.environment().clear();
        builder.redirectErrorStream(true).redirectOutput(output.toFile());
        Process process = builder.start();
        process.getOutputStream().close();
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(ended).as("ended by itself").isTrue();
        List<String> lines = Files.readAllLines(output);
        assertThat(process.exitValue()).as(String.join("\n", lines)).isZero();
        return lines;
    }

    private static String classPath() {
        // Only this module and the API: a small program.
        StringBuilder path = new StringBuilder();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (entry.contains("backend-http") || entry.contains("telemetry-api")) {
                path.append(path.length() == 0 ? "" : File.pathSeparator).append(entry);
            }
        }
        return path.toString();
    }
}
