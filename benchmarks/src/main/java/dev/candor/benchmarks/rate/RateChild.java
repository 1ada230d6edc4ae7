package dev.candor.benchmarks.rate;

import dev.candor.benchmarks.Child;
import dev.candor.benchmarks.Ground;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs receiver and measured program, each in a JVM of its own, with a home that is thrown away. */
final class RateChild {
    private static final long QUIET_MILLIS = 3_000;
    private static final long PATIENCE_SECONDS = 120;

    private final ClassPaths paths;
    private final int warmUpSeconds;
    private final int measuredSeconds;

    /** Goes on for {@code warmUpSeconds} before the second run of a program, which takes {@code measuredSeconds} at least. */
    RateChild(ClassPaths paths, int warmUpSeconds, int measuredSeconds) {
        this.paths = paths;
        this.warmUpSeconds = warmUpSeconds;
        this.measuredSeconds = measuredSeconds;
    }

    /** The same without anything in between, and as short as it may be. */
    RateChild atOnce() {
        return new RateChild(paths, 0, 0);
    }

    /** What each contender is run with. */
    interface ClassPaths {
        String of(Contender contender) throws IOException;
    }

    /**
     * Runs one contender in a program of its own.
     *
     * @throws IOException also when it takes longer than two minutes
     */
    Pass run(Contender contender, Queue queue, int waves, int usual, Path home)
            throws IOException, InterruptedException {
        int events = contender.events(usual);
        Process receiver = start(home, contender, CountingReceiver.class, "receiver");
        try (BufferedReader said = receiver.inputReader(StandardCharsets.UTF_8)) {
            String url = line(said, contender);
            Process program = start(
                    home,
                    contender,
                    RateProgram.class,
                    "program",
                    contender.name(),
                    url,
                    queue.name(),
                    String.valueOf(waves),
                    String.valueOf(events),
                    String.valueOf(QUIET_MILLIS),
                    String.valueOf(warmUpSeconds),
                    String.valueOf(measuredSeconds));
            Thread watch = new Thread(() -> end(program), "patience");
            watch.setDaemon(true);
            watch.start();
            try (BufferedReader result = program.inputReader(StandardCharsets.UTF_8)) {
                Rate first = Rate.read(line(result, contender));
                return new Pass(first, Rate.read(line(result, contender)));
            } finally {
                program.destroyForcibly().waitFor();
            }
        } finally {
            receiver.destroyForcibly().waitFor();
        }
    }

    private static void end(Process program) {
        try {
            if (!program.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                program.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Process start(Path home, Contender contender, Class<?> main, String folder, String... arguments)
            throws IOException {
        Path own = Files.createDirectories(home.resolve(folder));
        return new Child(Ground.java(), paths.of(contender))
                .start(own, Map.of("HOME", own.toString()), List.of("-Xmx512m"), main.getName(), arguments);
    }

    private static String line(BufferedReader said, Contender contender) throws IOException {
        // Some clients print to standard output; what is looked for are numbers, or an address.
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith("http://") || line.matches("[0-9]+( [0-9]+){7}")) {
                return line;
            }
        }
        throw new IOException(contender + " or its receiver ended, or took more than two minutes");
    }

    /** A new home under {@code work}. */
    static Path home(Path work) throws IOException {
        return Files.createTempDirectory(work, "home");
    }
}
