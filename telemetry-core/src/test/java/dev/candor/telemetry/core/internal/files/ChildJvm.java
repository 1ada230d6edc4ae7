package dev.candor.telemetry.core.internal.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Real Java processes for tests, with an environment of their own. */
public final class ChildJvm {

    private ChildJvm() {}

    /** The words that start {@code main} in a small, quickly starting JVM. */
    public static List<String> command(Class<?> main, String... args) {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // Of several that start at once on one machine, Java 25 warns of its own file of figures.
                "-XX:-UsePerfData",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        words.addAll(List.of(args));
        return words;
    }

    /** Starts {@code main} with no environment but {@code env}. */
    public static Process start(Map<String, String> env, Class<?> main, String... args) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command(main, args));
        builder.environment().clear();
        builder.environment().putAll(env);
        return builder.redirectErrorStream(true).start();
    }

    /** What a process printed, once it has ended. */
    public static String output(Process process) throws IOException, InterruptedException {
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("did not end: " + output);
        }
        return output;
    }
}
