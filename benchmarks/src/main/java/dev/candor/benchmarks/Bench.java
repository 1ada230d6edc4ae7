package dev.candor.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Measures everything and writes the page: {@code file pairs}. The measured class path is its own. */
public final class Bench {
    private Bench() {}

    /**
     * Runs the measurements.
     *
     * <p>The system property {@code full} names a folder on a full file system, where there is one.
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path page = Path.of(arguments[0]);
        int pairs = Integer.parseInt(arguments[1]);
        String full = System.getProperty("full");
        String classPath = System.getProperty("java.class.path");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Machine machine = Machine.here();
        Instant begun = Clock.systemUTC().instant();
        List<Measured> commands = ShortCommand.measure(
                java, classPath, pairs, Scenario.all(full != null), full == null ? null : Path.of(full));
        String text = new Report(machine, begun, classPath, commands).markdown();
        Text.write(page, text);
        System.out.print(text);
    }
}
