package dev.candor.benchmarks.calls;

import dev.candor.benchmarks.Effort;
import dev.candor.benchmarks.Ground;
import dev.candor.benchmarks.Text;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Starts JMH in a process with the class path of what is measured, and reads its result. */
final class JmhRun {
    private static final long PATIENCE_MINUTES = 15;

    private final Ground ground;
    private final String classPath;

    JmhRun(Ground ground, String classPath) throws IOException {
        this.ground = ground;
        this.classPath = classPath + ground.jmh();
    }

    /** Calls in a loop, for a fixed time. */
    List<JmhResult> loop(String benchmarks, int threads, String... options) throws IOException, InterruptedException {
        // With less to warm up, the compiler is what is measured.
        boolean quick = ground.effort() == Effort.QUICK;
        List<String> effort = quick
                ? List.of("-wi", "3", "-w", "700ms", "-i", "3", "-r", "300ms")
                : List.of("-wi", "4", "-w", "1s", "-i", "7", "-r", "1s");
        return run(benchmarks, threads, effort, options);
    }

    /** Calls in bursts with rests between them. */
    List<JmhResult> bursts(String benchmarks, int threads, String... options) throws IOException, InterruptedException {
        String iterations = String.valueOf(ground.effort().of(10, 60));
        return run(benchmarks, threads, List.of("-wi", iterations, "-i", iterations), options);
    }

    private List<JmhResult> run(String benchmarks, int threads, List<String> effort, String... options)
            throws IOException, InterruptedException {
        Path result = Files.createTempFile(ground.work(), "jmh", ".json");
        File log = ground.work().resolve("jmh.log").toFile();
        List<String> line = new ArrayList<>(List.of(Ground.java(), "-cp", classPath, "org.openjdk.jmh.Main"));
        line.addAll(List.of("-f", "1", "-foe", "true", "-prof", "gc", "-rf", "json", "-rff", result.toString()));
        line.addAll(List.of("-t", String.valueOf(threads), "-jvmArgs", String.join(" ", Ground.WARM_HEAP)));
        line.addAll(effort);
        line.addAll(List.of(options));
        line.add(String.format(Locale.ROOT, "\\.(%s)$", benchmarks));
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(ground.work().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log);
        builder.environment().remove("JDK_JAVA_OPTIONS");
        Process process = builder.start();
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException(benchmarks + " did not end");
        }
        if (process.exitValue() != 0) {
            throw new IOException(benchmarks + " ended with " + process.exitValue() + ": " + Text.read(log.toPath()));
        }
        return JmhResult.read(result);
    }
}
