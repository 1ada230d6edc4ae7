package dev.candor.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Starts a JVM with an environment of its own and times it until its exit. */
final class Child {
    private static final long PATIENCE_SECONDS = 120;

    private final String java;
    private final String classPath;

    Child(String java, String classPath) {
        this.java = java;
        this.classPath = classPath;
    }

    /**
     * Runs one program in {@code folder}.
     *
     * @return wall time in milliseconds, from before the start to after the exit
     * @throws IOException when it does not exit with 0
     */
    double run(Path folder, Map<String, String> environment, List<String> options, String main, String... arguments)
            throws IOException, InterruptedException {
        List<String> line =
                new ArrayList<>(List.of(java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
        line.addAll(options);
        line.addAll(List.of("-cp", classPath, main));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        Path complaints = folder.resolve("stderr.txt");
        builder.redirectError(complaints.toFile());

        long start = System.nanoTime();
        Process process = builder.start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException(main + " did not end");
        }
        double millis = (System.nanoTime() - start) / 1e6;
        if (process.exitValue() != 0) {
            throw new IOException(main + " ended with " + process.exitValue() + ": " + Text.read(complaints));
        }
        return millis;
    }
}
