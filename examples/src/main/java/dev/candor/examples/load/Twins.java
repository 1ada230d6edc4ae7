package dev.candor.examples.load;

import dev.candor.examples.labels.LabelsTwins;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The program with the two servers, on a processor of its own where that can be had. */
final class Twins implements AutoCloseable {
    private static final long STOP_SECONDS = 30;
    private static final double NANOS = 1e9;
    /** A young generation so small that each run sees many collections, and room for all that a run inserts. */
    private static final List<String> HEAP = List.of("-XX:+UseSerialGC", "-Xms1g", "-Xmx1g", "-Xmn96m");

    private final Process process;
    private final BufferedReader out;
    private final Writer in;
    private final URI with;
    private final URI without;

    /**
     * Starts it.
     *
     * @param folder where the servers keep their data
     * @param receiver where their telemetry goes
     */
    Twins(Path folder, LabelsTwins.Reports reports, String receiver, Cores cores) throws IOException {
        List<String> command = new ArrayList<>(cores.forServer());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(HEAP);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), LabelsTwins.class.getName()));
        command.addAll(List.of(folder.toString(), reports.name(), receiver));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().putAll(Map.of("HOME", folder.toString(), "PATH", path()));
        Path log = folder.resolve("log");
        process = builder.redirectError(log.toFile()).start();
        out = process.inputReader(StandardCharsets.UTF_8);
        in = process.outputWriter(StandardCharsets.UTF_8);
        try {
            with = URI.create(line(log));
            without = URI.create(line(log));
        } catch (IOException notStarted) {
            close();
            throw notStarted;
        }
    }

    static String path() {
        return System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
    }

    private String line(Path log) throws IOException {
        String line = out.readLine();
        if (line == null) {
            throw new IOException("the servers did not start: " + Files.readString(log));
        }
        return line;
    }

    /** The server with telemetry on. */
    URI with() {
        return with;
    }

    /** The server with telemetry off. */
    URI without() {
        return without;
    }

    /**
     * Removes records and garbage, so that neither server is charged with what the other left, nor with what it did before.
     *
     * @return the processor time that the program has used so far, in seconds
     */
    double settle() throws IOException {
        return ask(LabelsTwins.SETTLE);
    }

    /** The processor time that the program has used so far, in seconds. */
    double processorSeconds() throws IOException {
        return ask(LabelsTwins.TIME);
    }

    /** How long the compiler has worked so far, in seconds. */
    double compilerSeconds() throws IOException {
        return ask(LabelsTwins.COMPILER);
    }

    private double ask(String what) throws IOException {
        in.write(what + "\n");
        in.flush();
        String answer = out.readLine();
        if (answer == null) {
            throw new IOException("the servers ended");
        }
        return Long.parseLong(answer) / NANOS;
    }

    @Override
    public void close() throws IOException {
        in.close();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stop) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
