package dev.candor.benchmarks.command;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A small file system in memory that can be filled; only root may mount one. */
final class FullDisk implements AutoCloseable {
    private final Path folder;

    private FullDisk(Path folder) {
        this.folder = folder;
    }

    /**
     * Mounts one.
     *
     * @throws IOException where that is not allowed
     */
    static FullDisk mount(Path folder) throws IOException, InterruptedException {
        run(List.of("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", folder.toString()));
        return new FullDisk(folder);
    }

    /** Writes until nothing fits any more. */
    void fill() throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve("filling"))) {
            byte[] page = new byte[512];
            while (true) {
                out.write(page);
            }
        } catch (IOException full) {
            if (folder.toFile().getUsableSpace() > 0) {
                throw full;
            }
        }
    }

    @Override
    public void close() throws IOException {
        try {
            run(List.of("umount", "-l", folder.toString()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new IOException(command.get(0) + " is not allowed here");
        }
    }
}
