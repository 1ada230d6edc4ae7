package dev.candor.examples.e2e;

import dev.candor.telemetry.testkit.Reply;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The OpenTelemetry Collector, and what it passes its data on to. */
final class Collector implements AutoCloseable {
    private final BehindCollector behind;
    private final int port;
    private final Peer peer;

    private Collector(BehindCollector behind, int port, Peer peer) {
        this.behind = behind;
        this.port = port;
        this.peer = peer;
    }

    static Collector start(Path program, Path configs, Path folder) throws IOException, InterruptedException {
        BehindCollector behind = new BehindCollector();
        int port = Loopback.freePort();
        Path config = Template.fill(
                configs.resolve("collector/collector.yaml"),
                folder.resolve("collector.yaml"),
                Map.of("PORT", port, "BEHIND", behind.uri().getPort()));
        Peer peer = Peer.start(folder, port, List.of(program.toString(), "--config", config.toString()));
        return new Collector(behind, port, peer);
    }

    int port() {
        return port;
    }

    String address() {
        return Loopback.http(port);
    }

    /** What it has passed on since the last call. */
    List<BehindCollector.Export> exports() {
        List<BehindCollector.Export> exports = behind.received();
        behind.clear();
        return exports;
    }

    /** Has the next post answered so, from behind. */
    void next(Reply reply) {
        behind.next(reply);
    }

    @Override
    public void close() {
        peer.close();
        behind.close();
    }
}
