package dev.candor.examples.e2e;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that listens on the loopback address, from its start until {@link #close}. What it says goes to a file beside it. */
final class Peer implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);

    private final Process process;

    private Peer(Process process) {
        this.process = process;
    }

    /** Starts a program in a folder and waits until it listens on a port. */
    static Peer start(Path folder, int port, List<String> command) throws IOException, InterruptedException {
        Path said = folder.resolve("output.log");
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.redirectErrorStream(true).redirectOutput(said.toFile()).redirectInput(nothing());
        Peer peer = new Peer(builder.start());
        long end = System.nanoTime() + START.toNanos();
        while (!Loopback.listens(port)) {
            // A program that cannot start has ended, and there is no use in waiting for it.
            if (peer.process.waitFor(50, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
                peer.close();
                throw new IOException(command.get(0) + " does not listen: " + Files.readString(said));
            }
        }
        return peer;
    }

    private static File nothing() {
        return new File("/dev/null");
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
