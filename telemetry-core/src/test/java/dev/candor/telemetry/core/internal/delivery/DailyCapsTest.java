package dev.candor.telemetry.core.internal.delivery;

import static dev.candor.telemetry.core.internal.delivery.Bench.numbers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.core.internal.files.Home;
import dev.candor.telemetry.spi.DeliveryResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Daily caps over many short processes, each of which knows nothing of the others but what is on disk. */
class DailyCapsTest {
    private static final Duration DAY = Duration.ofDays(1);

    @AutoClose
    private final Bench bench = new Bench();

    @TempDir
    private Path directory;

    @Test
    void step_manyShortProcesses_theirEventsTogetherAreHeldToTheCap() {
        for (int run = 0; run < 40; run++) {
            bench.spool(run * 5L, run * 5L + 4);
            deliver(120);
        }

        assertThat(bench.backend.received()).isEqualTo(numbers(0, 119));
        assertThat(bench.spool.state().routes().get(Bench.ROUTE).droppedTotal()).isEqualTo(80);
        assertThat(bench.spool.state().routes().get(Bench.ROUTE).waiting()).isZero();
    }

    @Test
    void step_overTheCap_isCountedAsSuppressed() {
        bench.spool(1, 30);

        Carrier carrier = deliver(10);

        assertThat(carrier.status().counts().suppressed()).isEqualTo(20);
        assertThat(carrier.status().counts().droppedByReason()).isEqualTo(Map.of("suppressed", 20L));
        bench.assertBalance(carrier);
    }

    @Test
    void step_nextDay_beginsAnew() {
        bench.spool(1, 12);
        deliver(10);
        bench.clock.pass(DAY);

        bench.spool(13, 24);
        deliver(10);

        assertThat(bench.backend.received()).hasSize(20).containsAll(numbers(13, 22));
    }

    @Test
    void step_notDelivered_countsNothing() {
        bench.spool(1, 10);
        AtomicInteger calls = new AtomicInteger();
        bench.backend.answer = batch -> calls.incrementAndGet() <= 5
                ? new DeliveryResult.RetryLater(Duration.ZERO, "503")
                : new DeliveryResult.Delivered(batch.size());

        deliver(10);

        assertThat(bench.backend.received()).isEqualTo(numbers(1, 10));
    }

    @Test
    void step_unreadableAmongSuppressed_holdNobodyUp() {
        bench.spool(1, 2);
        bench.spool(-2, -1);
        bench.spool(3, 4);
        bench.spool(-4, -3);

        Carrier carrier = deliver(1);

        assertThat(carrier.status().counts().suppressed()).isEqualTo(3);
        assertThat(carrier.status().counts().unreadable()).isEqualTo(4);
        bench.assertBalance(carrier);
    }

    @Test
    void load_damaged_isADayThatBeginsAnew() throws IOException {
        Path file = directory.resolve("caps");
        FileCapCounts counts = new FileCapCounts(file, new Home(null));
        counts.add(Map.of("20800 event", 7));
        assertThat(counts.load()).isEqualTo(Map.of("20800 event", 7));

        for (String damaged : new String[] {"", "x", "7", "seven 20800 event\n", "99999999999 20800 event\n"}) {
            Files.writeString(file, damaged);
            assertThat(counts.load()).as(damaged).isEmpty();
        }
        Files.delete(file);
        Files.createDirectory(file);
        assertThat(counts.load()).isEmpty();
        counts.add(Map.of("20800 event", 7));
    }

    @Test
    void add_severalAtOnce_countsAll() throws Exception {
        Path file = directory.resolve("caps");
        ExecutorService processes = Executors.newFixedThreadPool(4);
        List<Future<?>> all = new ArrayList<>();

        for (int process = 0; process < 4; process++) {
            FileCapCounts counts = new FileCapCounts(file, new Home(null));
            all.add(processes.submit(() -> {
                for (int i = 0; i < 50; i++) {
                    counts.add(Map.of("20800 event", 2));
                }
            }));
        }
        for (Future<?> each : all) {
            each.get();
        }
        processes.shutdown();

        assertThat(new FileCapCounts(file, new Home(null)).load()).isEqualTo(Map.of("20800 event", 400));
    }

    @Test
    void add_manyTypesAndDays_keepsTheLatest() {
        FileCapCounts counts = new FileCapCounts(directory.resolve("caps"), new Home(null));
        Map<String, Integer> many = new java.util.HashMap<>();
        for (int day = 20_800; day < 20_850; day++) {
            for (int type = 0; type < 50; type++) {
                many.put(day + " type" + type, 1);
            }
        }

        counts.add(many);

        assertThat(counts.load()).hasSize(800).containsKeys("20849 type0", "20834 type49");
    }

    /** One short process after the other: a worker of its own over what the last one kept. */
    private Carrier deliver(int cap) {
        FileCapCounts counts = new FileCapCounts(directory.resolve("caps"), new Home(null));
        bench.caps = new DailyCaps(Map.of("event", cap), counts);
        Carrier carrier = bench.carrier();
        bench.drain(carrier);
        return carrier;
    }
}
