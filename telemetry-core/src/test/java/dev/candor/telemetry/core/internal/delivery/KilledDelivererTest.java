package dev.candor.telemetry.core.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Delivery;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.internal.delivery.KillingServer.Kill;
import dev.candor.telemetry.core.internal.delivery.KillingServer.Moment;
import dev.candor.telemetry.core.internal.spool.RouteReader;
import dev.candor.telemetry.core.internal.spool.Spool;
import dev.candor.telemetry.core.internal.spool.SpoolMode;
import dev.candor.telemetry.core.internal.spool.SpoolOptions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a delivering process, as {@code kill -9} does, around the answer of a real server. */
class KilledDelivererTest {
    private static final long ROUTE = 7;
    private static final int BATCH = 10;
    private static final int EVENTS_A_RUN = 25;
    private static final int SPOOLS = 3;
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    /** What came of the kills over one spool. */
    private record Sum(int kills, int accepted, int missing, int repeated) {
        Sum plus(Sum other) {
            return new Sum(
                    kills + other.kills, accepted + other.accepted, missing + other.missing, repeated + other.repeated);
        }
    }

    @Test
    void deliver_killedAroundTheAnswer_losesNothingAndRepeatsAtMostABatch() throws Exception {
        int kills = Integer.getInteger("candor.kills", Boolean.getBoolean("candor.soak") ? 1_000 : 34);
        ExecutorService threads = Executors.newFixedThreadPool(SPOOLS);
        List<Future<Sum>> parts = new ArrayList<>();

        for (int i = 0; i < SPOOLS; i++) {
            Path spool = Files.createDirectory(directory.resolve("spool-" + i));
            SplittableRandom random = new SplittableRandom(20260301 + i);
            parts.add(threads.submit(() -> killOften(spool, kills, random)));
        }
        Sum sum = new Sum(0, 0, 0, 0);
        for (Future<Sum> part : parts) {
            sum = sum.plus(part.get());
        }
        threads.shutdown();

        report(sum);
        assertThat(sum.kills()).isEqualTo(SPOOLS * kills);
        assertThat(sum.missing()).isZero();
        assertThat(sum.repeated()).isLessThanOrEqualTo(sum.kills() * BATCH);
    }

    private static Sum killOften(Path directory, int kills, SplittableRandom random) throws Exception {
        Set<String> accepted = new HashSet<>();
        try (KillingServer server = new KillingServer()) {
            for (int run = 0; run < kills; run++) {
                spool(directory, accepted);
                Moment moment = Moment.values()[run % Moment.values().length];
                Process child =
                        start(directory, server, new Kill(moment, 1 + random.nextInt(2), random.nextLong(40_000_000)));
                Children.exitCode(child);
                assertThat(server.owesAKill()).as("the kill of run %s", run).isFalse();
                if (run % 20 == 19 || run == kills - 1) {
                    // A life that is not cut short delivers all that the cut ones left.
                    assertThat(Children.exitCode(start(directory, server, null)))
                            .isZero();
                    report(sum(run + 1, accepted, server.received()));
                }
            }

            Map<String, Integer> received = server.received();
            assertThat(accepted).as("ids and numbers are as they were accepted").containsAll(received.keySet());
            assertNothingWaits(directory);
            return sum(kills, accepted, received);
        }
    }

    private static Sum sum(int kills, Set<String> accepted, Map<String, Integer> received) {
        int repeated = 0;
        for (int times : received.values()) {
            repeated += times - 1;
        }
        return new Sum(kills, accepted.size(), accepted.size() - received.size(), repeated);
    }

    private static void report(Sum sum) {
        System.getLogger("figures").log(System.Logger.Level.INFO, "kills of delivering processes: {0}", sum.toString());
    }

    private static void spool(Path directory, Set<String> accepted) {
        Spool spool = open(directory.toFile());
        for (int i = 0; i < EVENTS_A_RUN; i++) {
            Numbered event =
                    new Numbered(accepted.size(), System.currentTimeMillis(), Purpose.USAGE, new long[] {ROUTE});
            assertThat(spool.append(event)).isTrue();
            accepted.add(new UUID(event.idHigh(), event.idLow()) + " " + event.number());
        }
        spool.close(LONG);
    }

    /** All that was accepted was delivered: nothing is left that would balance a loss. */
    private static void assertNothingWaits(Path directory) {
        Spool spool = open(directory.toFile());
        RouteReader reader = spool.reader(ROUTE);

        assertThat(reader.peek(1, 1)).isEmpty();
        assertThat(spool.state().routes().get(ROUTE).droppedTotal()).isZero();

        reader.close();
        spool.close(LONG);
    }

    private static Process start(Path directory, KillingServer server, Kill kill) throws Exception {
        server.expect(kill);
        Process child = Children.start(
                Deliverer.class,
                directory.resolveSibling(directory.getFileName() + ".out"),
                directory.toString(),
                String.valueOf(server.port()));
        server.client(child);
        return child;
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
                            BreakerStore.none(),
                            DailyCaps::none)),
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
