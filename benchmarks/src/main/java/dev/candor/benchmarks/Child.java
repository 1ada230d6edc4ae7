package dev.candor.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Starts a JVM with its usual settings and an environment of its own, and times it until its exit. */
public final class Child {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final String java;
    private final String classPath;

    /** One that starts {@code java} with {@code classPath}. */
    public Child(String java, String classPath) {
        this.java = java;
        this.classPath = classPath;
    }

    /**
     * Runs one program in {@code folder}.
     *
     * @return wall time in milliseconds, from before the start to after the exit
     * @throws IOException when it does not exit with 0
     */
    public double run(
            Path folder, Map<String, String> environment, List<String> options, String main, String... arguments)
            throws IOException, InterruptedException {
        double millis = runAtMost(PATIENCE, folder, environment, options, main, arguments);
        if (Double.isInfinite(millis)) {
            throw new IOException(main + " did not end");
        }
        return millis;
    }

    /** The same, but ended after {@code cap}; then the time is infinite. */
    public double runAtMost(
            Duration cap,
            Path folder,
            Map<String, String> environment,
            List<String> options,
            String main,
            String... arguments)
            throws IOException, InterruptedException {
        ProcessBuilder builder = builder(folder, environment, options, main, arguments);
        long start = System.nanoTime();
        Process process = builder.start();
        if (!process.waitFor(cap.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly().waitFor();
            return Double.POSITIVE_INFINITY;
        }
        double millis = (System.nanoTime() - start) / 1e6;
        if (process.exitValue() != 0) {
            throw new IOException(main + " ended with " + process.exitValue() + ": " + Text.read(complaints(folder)));
        }
        return millis;
    }

    /** The same, started only; the caller writes to it, reads from it and ends it. */
    public Process start(
            Path folder, Map<String, String> environment, List<String> options, String main, String... arguments)
            throws IOException {
        return builder(folder, environment, options, main, arguments)
                .redirectInput(ProcessBuilder.Redirect.PIPE)
                .redirectOutput(ProcessBuilder.Redirect.PIPE)
                .start();
    }

    private ProcessBuilder builder(
            Path folder, Map<String, String> environment, List<String> options, String main, String... arguments) {
        List<String> line = new ArrayList<>();
        line.add(java);
        line.addAll(options);
        line.addAll(List.of("-cp", classPath, main));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(complaints(folder).toFile());
    }

    private static Path complaints(Path folder) {
        return folder.resolve("stderr.txt");
    }
}
