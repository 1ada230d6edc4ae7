package dev.candor.examples.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs every backend against real receivers on the loopback address, and fails unless each took what was sent for what it is. */
public final class EndToEnd {
    private final Path configs;
    private final Path peers;
    private final Tally tally;

    private EndToEnd(Path configs, Path peers, Tally tally) {
        this.configs = configs;
        this.peers = peers;
        this.tally = tally;
    }

    /**
     * Runs it.
     *
     * @param args the folder of the peers' configurations, and the folder that the peers were installed into
     */
    public static void main(String[] args) {
        Tally tally = new Tally(System.out);
        new EndToEnd(Path.of(args[0]).toAbsolutePath(), Path.of(args[1]).toAbsolutePath(), tally).run();
        System.exit(tally.close() ? 0 : 1);
    }

    private void run() {
        Path nginx = peers.resolve("nginx/nginx");
        Path node = peers.resolve("node/ready");
        against("nginx", nginx, this::nginx);
        against("Spotlight", node, this::spotlight);
        against("Segment's client for Node", node, this::segment);
        against("OpenTelemetry Collector", peers.resolve("collector/collector"), this::collector);
    }

    private void nginx(Path program, Tally.Checks checks) throws Exception {
        try (Nginx nginx = Nginx.start(program, configs, folder("nginx"), Loopback.freePort())) {
            new NginxFaults(nginx, checks).run();
        }
    }

    private void spotlight(Path ready, Tally.Checks checks) throws Exception {
        try (Spotlight spotlight = Spotlight.start(peers.resolve("node"))) {
            new SpotlightReadBack(spotlight, checks).run();
        }
    }

    private void segment(Path ready, Tally.Checks checks) throws Exception {
        new SegmentComparison(peers.resolve("node"), checks).run();
    }

    private void collector(Path program, Tally.Checks checks) throws Exception {
        try (Collector collector = Collector.start(program, configs, folder("collector"))) {
            new CollectorReadBack(collector, checks).run();
            CollectorFaults faults = new CollectorFaults(collector, checks);
            faults.run();
            Path proxy = peers.resolve("nginx/nginx");
            if (!Files.exists(proxy)) {
                checks.skip("415, and what is not protobuf, need nginx in front of it");
                return;
            }
            try (Nginx nginx = Nginx.start(proxy, configs, folder("nginx"), collector.port())) {
                faults.runBehind(nginx);
            }
        }
    }

    /** What is checked against one peer, whatever becomes of the others. */
    private void against(String peer, Path installed, Comparison comparison) {
        Tally.Checks checks = tally.of(peer);
        if (!Files.exists(installed)) {
            checks.skip("could not be installed; the reason is in " + installed.getParent() + ".log");
            return;
        }
        try {
            comparison.run(installed, checks);
        } catch (Exception | AssertionError broken) {
            checks.that("runs to its end", false, broken.toString());
        }
    }

    private Path folder(String name) throws IOException {
        return Files.createTempDirectory(Files.createDirectories(peers.resolve("runs")), name);
    }

    private interface Comparison {
        void run(Path installed, Tally.Checks checks) throws Exception;
    }
}
