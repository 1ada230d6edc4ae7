package dev.candor.telemetry.core.internal.delivery;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A real server that kills the process which posts to it, around its answer, and notes every line that it got. */
final class KillingServer implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, Integer> received = new HashMap<>();
    private volatile @Nullable Kill kill;
    private volatile CompletableFuture<Process> client = new CompletableFuture<>();

    KillingServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    enum Moment {
        BEFORE_THE_REQUEST_IS_READ,
        BEFORE_THE_ANSWER,
        WITHIN_THE_ANSWER,
        AFTER_THE_ANSWER
    }

    /**
     * When the client is killed.
     *
     * @param moment where in a request
     * @param request in which request from now on, the first being 1
     * @param nanosLater how long after the whole answer was written
     */
    record Kill(Moment moment, int request, long nanosLater) {}

    int port() {
        return server.getAddress().getPort();
    }

    /** The next client is killed as told, or not at all. */
    void expect(@Nullable Kill next) {
        client = new CompletableFuture<>();
        kill = next;
    }

    /** The process that was started after {@link #expect}. */
    void client(Process started) {
        client.complete(started);
    }

    /** Whether the kill is still to come. */
    boolean owesAKill() {
        return kill != null;
    }

    /** How often each line came. */
    Map<String, Integer> received() {
        synchronized (received) {
            return Map.copyOf(received);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        Kill due = dueNow();
        if (due != null && due.moment() == Moment.BEFORE_THE_REQUEST_IS_READ) {
            killClient();
            exchange.close();
            return;
        }
        note(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        if (due != null && due.moment() == Moment.BEFORE_THE_ANSWER) {
            killClient();
            exchange.close();
            return;
        }
        byte[] body = new byte[200];
        exchange.sendResponseHeaders(200, body.length);
        if (due != null && due.moment() == Moment.WITHIN_THE_ANSWER) {
            exchange.getResponseBody().write(body, 0, 100);
            exchange.getResponseBody().flush();
            killClient();
            exchange.close();
            return;
        }
        exchange.getResponseBody().write(body);
        exchange.close();
        if (due != null) {
            // A random instant: the answer is read, or the cursor is being written.
            LockSupport.parkNanos(due.nanosLater());
            killClient();
        }
    }

    private @Nullable Kill dueNow() {
        Kill next = kill;
        if (next != null && next.request() > 1) {
            kill = new Kill(next.moment(), next.request() - 1, next.nanosLater());
            return null;
        }
        return next;
    }

    private void killClient() {
        kill = null;
        Process victim = client.join();
        victim.destroyForcibly();
        try {
            victim.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void note(String lines) {
        synchronized (received) {
            lines.lines().forEach(line -> received.merge(line, 1, Integer::sum));
        }
    }
}
