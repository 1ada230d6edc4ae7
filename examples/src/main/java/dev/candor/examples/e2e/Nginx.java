package dev.candor.examples.e2e;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** nginx with the project's configuration, in a folder of its own. */
final class Nginx implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ServerSocket silent;
    private final Path folder;
    private final int port;
    private final Peer peer;

    private Nginx(ServerSocket silent, Path folder, int port, Peer peer) {
        this.silent = silent;
        this.folder = folder;
        this.port = port;
        this.peer = peer;
    }

    /** Starts it in front of a Collector's port, which need not be there yet. */
    static Nginx start(Path program, Path configs, Path folder, int collector)
            throws IOException, InterruptedException {
        ServerSocket silent = Loopback.listen();
        int port = Loopback.freePort();
        Path config = Template.fill(
                configs.resolve("nginx/nginx.conf"),
                folder.resolve("nginx.conf"),
                Map.of(
                        "PORT",
                        port,
                        "SILENT",
                        silent.getLocalPort(),
                        "DEAD",
                        Loopback.freePort(),
                        "COLLECTOR",
                        collector));
        Files.writeString(folder.resolve("access.log"), "");
        Peer peer = Peer.start(
                folder,
                port,
                List.of(program.toString(), "-p", folder + "/", "-e", "error.log", "-c", config.toString()));
        return new Nginx(silent, folder, port, peer);
    }

    String address() {
        return Loopback.http(port);
    }

    /** The statuses of the posts below a path, in their order, as soon as there are so many. */
    List<Integer> statuses(String path, int count) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        List<Integer> statuses = statuses(path);
        while (statuses.size() < count && System.nanoTime() < end) {
            // The line is written after the answer.
            Thread.sleep(10);
            statuses = statuses(path);
        }
        return statuses;
    }

    private List<Integer> statuses(String path) throws IOException {
        List<Integer> statuses = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("access.log"))) {
            if (line.startsWith("POST " + path + "/")) {
                statuses.add(Integer.valueOf(line.substring(line.lastIndexOf(' ') + 1)));
            }
        }
        return statuses;
    }

    @Override
    public void close() throws IOException {
        peer.close();
        silent.close();
    }
}
