package dev.candor.benchmarks.rate;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;

/**
 * A receiver in a process of its own that takes every post, unpacks it, and counts the events in it by their serials.
 *
 * <p>It prints its address and ends when its standard input does. {@code /start} begins a count, {@code /await/EXPECTED/MILLIS} ends one.
 */
public final class CountingReceiver {
    private final Counts counts = new Counts();

    private CountingReceiver() {}

    /** Serves until standard input ends. */
    public static void main(String[] args) throws IOException {
        // Without it the JDK's server answers in two segments, and each answer takes 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        CountingReceiver receiver = new CountingReceiver();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_024);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", receiver::receive);
        server.createContext("/start", receiver::start);
        server.createContext("/await", receiver::await);
        server.start();
        System.out.println("http://127.0.0.1:" + server.getAddress().getPort());
        while (System.in.read() >= 0) {
            // until whoever started it is gone
        }
        System.exit(0);
    }

    private void receive(HttpExchange exchange) throws IOException {
        byte[] wire = exchange.getRequestBody().readAllBytes();
        boolean packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        counts.arrived(packed ? unpacked(wire) : wire, wire.length);
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        // An empty message is a complete answer in protobuf.
        boolean protobuf = type != null && type.contains("protobuf");
        answer(exchange, protobuf ? type : "application/json", protobuf ? "" : "{\"success\":true}");
    }

    private static byte[] unpacked(byte[] wire) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(wire))) {
            return in.readAllBytes();
        }
    }

    private void start(HttpExchange exchange) throws IOException {
        counts.start();
        answer(exchange, "text/plain", "started");
    }

    private void await(HttpExchange exchange) throws IOException {
        String[] parts = exchange.getRequestURI().getPath().split("/", -1);
        try {
            Arrived arrived = counts.await(Integer.parseInt(parts[2]), Long.parseLong(parts[3]) * 1_000_000);
            answer(exchange, "text/plain", arrived.line());
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, String type, String text) throws IOException {
        try (exchange) {
            byte[] body = text.getBytes(StandardCharsets.US_ASCII);
            exchange.getResponseHeaders().add("Content-Type", type);
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
