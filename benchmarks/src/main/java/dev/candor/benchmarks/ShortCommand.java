package dev.candor.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Measures what a short command pays: interleaved pairs of an empty main and the command, each in a JVM of its own.
 *
 * <p>Pairs, and in turn which of the two is first, so that a machine that grows slower or warmer favours neither.
 */
public final class ShortCommand {
    private static final int USUAL_PAIRS = 200;
    private static final int WARM_UP_PAIRS = 1;

    private final Child child;
    private final Sink sink;
    private final Path work;
    private final @Nullable Path full;

    private ShortCommand(Child child, Sink sink, Path work, @Nullable Path full) {
        this.child = child;
        this.sink = sink;
        this.work = work;
        this.full = full;
    }

    /**
     * Runs all scenarios and prints them: {@code [pairs [class path [java]]]}.
     *
     * <p>The system property {@code full} names a folder on a full file system, where there is one.
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int pairs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : USUAL_PAIRS;
        String classPath = arguments.length > 1 ? arguments[1] : System.getProperty("java.class.path");
        String java = arguments.length > 2
                ? arguments[2]
                : Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String full = System.getProperty("full");
        List<Scenario> scenarios = Scenario.all(full != null);
        System.out.print(
                CommandTable.of(measure(java, classPath, pairs, scenarios, full == null ? null : Path.of(full))));
    }

    /** Measures each of {@code scenarios} with {@code pairs} pairs. */
    static List<Measured> measure(
            String java, String classPath, int pairs, List<Scenario> scenarios, @Nullable Path full)
            throws IOException, InterruptedException {
        Path work = Files.createTempDirectory("short-command");
        try (Sink sink = Sink.open()) {
            ShortCommand run = new ShortCommand(new Child(java, classPath), sink, work, full);
            List<Measured> all = new ArrayList<>();
            for (Scenario scenario : scenarios) {
                all.add(run.measure(scenario, pairs));
            }
            return all;
        } finally {
            Folders.delete(work);
        }
    }

    private Measured measure(Scenario scenario, int pairs) throws IOException, InterruptedException {
        Stage stage = Stage.prepare(scenario, work, sink.url(), full, child);
        for (int i = 0; i < WARM_UP_PAIRS; i++) {
            empty(stage);
            command(stage);
        }
        double[] without = new double[pairs];
        double[] with = new double[pairs];
        double[] over = new double[pairs];
        for (int i = 0; i < pairs; i++) {
            if (i % 2 == 0) {
                without[i] = empty(stage);
                with[i] = command(stage);
            } else {
                with[i] = command(stage);
                without[i] = empty(stage);
            }
            over[i] = with[i] - without[i];
        }
        return new Measured(
                scenario,
                Samples.median(without),
                Samples.median(with),
                new Samples(over).medianWithInterval(),
                pairs,
                classes(stage));
    }

    private double empty(Stage stage) throws IOException, InterruptedException {
        return child.run(stage.folder(), stage.environment(), stage.options(), EmptyMain.class.getName());
    }

    private double command(Stage stage) throws IOException, InterruptedException {
        stage.reset();
        return child.run(
                stage.folder(), stage.environment(), stage.options(), Command.class.getName(), stage.argument());
    }

    private int classes(Stage stage) throws IOException, InterruptedException {
        Path log = stage.folder().resolve("classes.txt");
        List<String> options = new ArrayList<>(stage.options());
        options.add("-Xlog:class+load:file=" + log + ":none:filecount=0");
        child.run(stage.folder(), stage.environment(), options, EmptyMain.class.getName());
        int without = Files.readAllLines(log, StandardCharsets.UTF_8).size();
        Files.delete(log);
        stage.reset();
        child.run(stage.folder(), stage.environment(), options, Command.class.getName(), stage.argument());
        int with = Files.readAllLines(log, StandardCharsets.UTF_8).size();
        Files.delete(log);
        return with - without;
    }
}
