package dev.candor.examples.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Spotlight's server, and the envelopes as it has parsed them. It answers 200 to anything; what it cannot parse is not in the stream. */
final class Spotlight implements AutoCloseable {
    private final Peer peer;
    private final int port;
    private final BlockingQueue<JsonNode> envelopes = new LinkedBlockingQueue<>();

    private Spotlight(Peer peer, int port) {
        this.peer = peer;
        this.port = port;
    }

    /** Starts it and listens to its stream. */
    static Spotlight start(Path folder) throws IOException, InterruptedException {
        int port = Loopback.freePort();
        Peer peer = Peer.start(folder, port, List.of("node", "spotlight.mjs", Integer.toString(port)));
        Spotlight spotlight = new Spotlight(peer, port);
        HttpURLConnection connection = (HttpURLConnection)
                URI.create(spotlight.address() + "/stream").toURL().openConnection();
        // Spotlight subscribes before it answers: nothing that is sent after this is missed.
        InputStream stream = connection.getInputStream();
        Thread reader = new Thread(() -> spotlight.read(stream), "spotlight-stream");
        reader.setDaemon(true);
        reader.start();
        return spotlight;
    }

    String address() {
        return Loopback.http(port);
    }

    /** The next envelope: its header, and a list of items, each with header and content. Missing where none came within half a minute. */
    JsonNode next() throws InterruptedException {
        JsonNode envelope = envelopes.poll(30, TimeUnit.SECONDS);
        return envelope == null ? new ObjectMapper().missingNode() : envelope;
    }

    private void read(InputStream stream) {
        ObjectMapper json = new ObjectMapper();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("data:")) {
                    envelopes.add(json.readTree(line.substring("data:".length())));
                }
            }
        } catch (IOException ended) {
            // With the server.
        }
    }

    @Override
    public void close() {
        peer.close();
    }
}
