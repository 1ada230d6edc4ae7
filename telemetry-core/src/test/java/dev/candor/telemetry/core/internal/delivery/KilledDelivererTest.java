package dev.candor.telemetry.core.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.candor.telemetry.Delivery;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.internal.spool.Spool;
import dev.candor.telemetry.core.internal.spool.SpoolMode;
import dev.candor.telemetry.core.internal.spool.SpoolOptions;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a delivering process, as {@code kill -9} does, around the answer of a real server. */
class KilledDelivererTest {
    private static final long ROUTE = 7;
    private static final int BATCH = 10;
    private static final int EVENTS_A_RUN = 25;
    private static final Duration LONG = Duration.ofSeconds(60);

    private final SplittableRandom random = new SplittableRandom(20260301);
    private final Map<String, Integer> received = new HashMap<>();
    private final Set<String> accepted = new HashSet<>();
    private HttpServer server;
    private volatile Kill kill;
    private volatile Process child;

    @TempDir
    private Path directory;

    private enum Moment {
        BEFORE_THE_REQUEST_IS_READ,
        BEFORE_THE_ANSWER,
        WITHIN_THE_ANSWER,
        AFTER_THE_ANSWER
    }

    /** At which request of a run the process is killed, and when exactly. */
    private record Kill(Moment moment, int request, long nanosLater) {}

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void deliver_killedAroundTheAnswer_losesNothingAndRepeatsAtMostABatch() throws Exception {
        int kills = Boolean.getBoolean("candor.soak") ? 3_000 : 12;
        long number = 0;

        for (int run = 0; run < kills; run++) {
            number = spool(number);
            Moment moment = Moment.values()[run % Moment.values().length];
            kill = new Kill(moment, 1 + random.nextInt(2), random.nextLong(40_000_000));
            child = start();
            Children.exitCode(child);
            assertThat(kill).as("the kill of run %s", run).isNull();
        }
        child = start();
        assertThat(Children.exitCode(child)).isZero();

        int repeated = received.values().stream().mapToInt(times -> times - 1).sum();
        System.getLogger("figures")
                .log(
                        System.Logger.Level.INFO,
                        "kills of a delivering process: {0}, events: {1}, lost: {2}, repeated: {3}",
                        kills,
                        accepted.size(),
                        accepted.stream()
                                .filter(id -> !received.containsKey(id))
                                .count(),
                        repeated);
        assertThat(received.keySet()).isEqualTo(accepted);
        assertThat(repeated).isLessThanOrEqualTo(kills * BATCH);
    }

    private long spool(long from) {
        Spool spool = open(directory.toFile());
        long number = from;
        for (int i = 0; i < EVENTS_A_RUN; i++) {
            Numbered event = new Numbered(number++, System.currentTimeMillis(), Purpose.USAGE, new long[] {ROUTE});
            assertThat(spool.append(event)).isTrue();
            accepted.add(new UUID(event.idHigh(), event.idLow()) + " " + event.number());
        }
        spool.close(LONG);
        return number;
    }

    private Process start() throws IOException {
        return Children.start(
                Deliverer.class,
                directory.resolveSibling(directory.getFileName() + ".out"),
                directory.toString(),
                String.valueOf(server.getAddress().getPort()));
    }

    private void answer(HttpExchange exchange) throws IOException {
        Kill now = kill;
        boolean last = now != null && now.request() == 1;
        if (now != null && !last) {
            kill = new Kill(now.moment(), now.request() - 1, now.nanosLater());
        }
        if (last && now.moment() == Moment.BEFORE_THE_REQUEST_IS_READ) {
            killChild();
            exchange.close();
            return;
        }
        note(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        if (last && now.moment() == Moment.BEFORE_THE_ANSWER) {
            killChild();
            exchange.close();
            return;
        }
        byte[] body = new byte[200];
        exchange.sendResponseHeaders(200, body.length);
        if (last && now.moment() == Moment.WITHIN_THE_ANSWER) {
            exchange.getResponseBody().write(body, 0, 100);
            exchange.getResponseBody().flush();
            killChild();
            exchange.close();
            return;
        }
        exchange.getResponseBody().write(body);
        exchange.close();
        if (last) {
            // A random instant: the answer is read, or the cursor is being written.
            LockSupport.parkNanos(now.nanosLater());
            killChild();
        }
    }

    private void killChild() {
        kill = null;
        child.destroyForcibly();
        try {
            child.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void note(String lines) {
        synchronized (received) {
            lines.lines().forEach(line -> received.merge(line, 1, Integer::sum));
        }
    }

    private static Spool open(File directory) {
        SpoolOptions options = SpoolOptions.of(SpoolMode.COMMAND, directory);
        SpoolOptions.Limits limits = options.limits();
        // A dead process's claims are free after a lease, for which this test does not wait.
        return Spool.open(options.withLimits(new SpoolOptions.Limits(
                limits.bytes(),
                limits.age(),
                limits.segments(),
                limits.segmentBytes(),
                limits.segmentAge(),
                limits.memoryBytes(),
                limits.ring(),
                Duration.ofMillis(1))));
    }

    /** Delivers what waits and ends. */
    static final class Deliverer {
        public static void main(String[] args) {
            Spool spool = open(new File(args[0]));
            DeliveryWorkers workers = new DeliveryWorkers(
                    List.of(new Destination(
                            "posting",
                            "settings",
                            purpose -> true,
                            List.of(() -> spool.reader(ROUTE)),
                            () -> new PostingBackend(Integer.parseInt(args[1])),
                            Numbered::decode,
                            new BatchLimits(BATCH, 512 * 1024),
                            BreakerStore.none())),
                    DeliveryClock.system());
            Delivery delivery = workers.flush(LONG);
            workers.close(LONG);
            spool.close(LONG);
            System.out.println(delivery);
            System.exit(delivery.complete() ? 0 : 1);
        }

        private Deliverer() {}
    }
}
