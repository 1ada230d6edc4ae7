package dev.candor.examples.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** {@code labels serve} with a home and data of its own. */
final class LabelsProcess implements AutoCloseable {
    private static final String LISTENING = "listening at ";
    private static final long STOP_SECONDS = 30;

    private final Process process;
    private final URI uri;

    /**
     * Starts it.
     *
     * @param program the start script
     * @param folder a folder of its own
     */
    LabelsProcess(Path program, Path folder, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(program.toString(), "serve", "--port", "0")
                .directory(Files.createDirectories(folder).toFile());
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "HOME", folder.toString(),
                        "PATH", System.getenv().getOrDefault("PATH", "/usr/bin:/bin"),
                        "JAVA_HOME", System.getProperty("java.home")));
        builder.environment().putAll(environment);
        builder.redirectError(folder.resolve("log").toFile());
        process = builder.start();
        String address = listening(process);
        if (address == null) {
            close();
            throw new IOException("labels did not start: " + Files.readString(folder.resolve("log")));
        }
        uri = URI.create(address);
    }

    /** Reads until the server says where it listens; null where it ends before. What it says later is thrown away. */
    private static @Nullable String listening(Process process) throws IOException {
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(LISTENING)) {
                Thread rest = new Thread(() -> out.lines().forEach(later -> {}), "labels-output");
                rest.setDaemon(true);
                rest.start();
                return line.substring(LISTENING.length());
            }
        }
        return null;
    }

    URI uri() {
        return uri;
    }

    boolean isRunning() {
        return process.isAlive();
    }

    @Override
    public void close() throws IOException {
        process.destroy();
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
