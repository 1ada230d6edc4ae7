package dev.candor.examples.demo;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A home and a working folder of their own for one program, which are deleted in the end. */
final class Sandbox implements AutoCloseable {
    private static final int LONGEST_SECONDS = 120;

    private final Path root;
    private final Path programs;
    private final Map<String, String> environment = new LinkedHashMap<>();

    /** {@code programs} is the folder of the start scripts. */
    Sandbox(Path programs) throws IOException {
        this.programs = programs;
        this.root = Files.createTempDirectory("candor-demo");
        Files.createDirectories(home());
        Files.createDirectories(work());
        environment.put("HOME", home().toString());
        environment.put("PATH", System.getenv().getOrDefault("PATH", "/usr/bin:/bin"));
        environment.put("JAVA_HOME", System.getProperty("java.home"));
    }

    /**
     * How a program ended.
     *
     * @param output what it printed, both streams together
     */
    record Ended(int exitCode, String output) {}

    Path home() {
        return root.resolve("home");
    }

    Path work() {
        return root.resolve("work");
    }

    Sandbox with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Writes a file in the home, with its folders. */
    void writeInHome(String name, String content) throws IOException {
        Path file = home().resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content, StandardCharsets.UTF_8);
    }

    /** Runs a program to its end; it has no terminal and no input. */
    Ended run(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(program(program));
        command.addAll(List.of(arguments));
        Path output = root.resolve("output");
        ProcessBuilder builder = process(command);
        builder.redirectErrorStream(true).redirectInput(new File("/dev/null")).redirectOutput(output.toFile());
        Process process = builder.start();
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException(program + " did not end within " + LONGEST_SECONDS + " s");
        }
        return new Ended(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    }

    /** The start script of a program. */
    String program(String name) {
        return programs.resolve(name).toString();
    }

    /** A process in the working folder that has this environment and no other. */
    ProcessBuilder process(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(work().toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder;
    }

    /** The files in the home, without folders. */
    List<String> filesInHome() throws IOException {
        try (Stream<Path> files = Files.walk(home())) {
            return files.filter(Files::isRegularFile)
                    .map(file -> home().relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException left) {
            throw new UncheckedIOException("could not delete " + root, left);
        }
    }
}
