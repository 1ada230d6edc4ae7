package dev.candor.telemetry.core.internal.delivery;

import static dev.candor.telemetry.core.internal.delivery.Bench.numbers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Delivery;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.internal.delivery.DestinationStatus.State;
import dev.candor.telemetry.core.internal.spool.Spool;
import dev.candor.telemetry.core.internal.spool.SpoolMode;
import dev.candor.telemetry.core.internal.spool.SpoolOptions;
import dev.candor.telemetry.spi.DeliveryResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class DeliveryWorkersTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private final Spool spool = Spool.open(SpoolOptions.of(SpoolMode.MEMORY, null));
    private final CountDownLatch released = new CountDownLatch(1);
    private final List<Destination> destinations = new ArrayList<>();
    private volatile boolean allowed = true;

    @AfterEach
    void release() {
        released.countDown();
    }

    @Test
    void flush_healthy_deliversAllAndSaysSo() {
        FakeBackend backend = destination("one", 1);
        spool(250, 1);
        DeliveryWorkers workers = workers();

        Delivery delivery = workers.flush(LONG);

        assertThat(delivery.complete()).isTrue();
        assertThat(delivery.delivered()).isEqualTo(250);
        assertThat(delivery.waiting()).isZero();
        assertThat(backend.received()).isEqualTo(numbers(1, 250));
        workers.close(LONG);
        assertThat(backend.closed).isTrue();
    }

    @Test
    void flush_backendHangs_keepsTheDeadlineAndTellsTheTruth() {
        FakeBackend backend = destination("hung", 1);
        backend.answer = batch -> hang();
        spool(10, 1);
        DeliveryWorkers workers = workers();

        Delivery delivery = workers.flush(Duration.ofMillis(100));

        assertThat(delivery.complete()).isFalse();
        assertThat(delivery.delivered()).isZero();
        assertThat(delivery.waiting()).isEqualTo(10);
        workers.close(Duration.ZERO);
    }

    @Test
    void flush_restCannotBeDeliveredInTime_returnsEarly() {
        FakeBackend backend = destination("busy", 1);
        backend.answer = batch -> new DeliveryResult.RetryLater(Duration.ofHours(1), "429");
        spool(10, 1);
        DeliveryWorkers workers = workers();
        long start = System.nanoTime();

        Delivery delivery = workers.flush(Duration.ofMinutes(10));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONG);
        assertThat(delivery.waiting()).isEqualTo(10);
        workers.close(Duration.ofMinutes(10));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONG);
    }

    @Test
    void flush_retrySoonEnough_waitsForIt() {
        FakeBackend backend = destination("shaky", 1);
        AtomicInteger calls = new AtomicInteger();
        backend.answer = batch -> calls.incrementAndGet() == 1
                ? new DeliveryResult.RetryLater(Duration.ZERO, "503")
                : new DeliveryResult.Delivered(batch.size());
        spool(10, 1);
        DeliveryWorkers workers = workers();

        assertThat(workers.flush(LONG).complete()).isTrue();

        workers.close(LONG);
    }

    @Test
    void flush_moreComesInAllTheTime_ends() {
        FakeBackend backend = destination("one", 1);
        AtomicInteger number = new AtomicInteger(1_000);
        backend.answer = batch -> {
            spool.append(new Numbered(number.incrementAndGet(), Purpose.USAGE, 1));
            return new DeliveryResult.Delivered(1);
        };
        spool(50, 1);
        DeliveryWorkers workers = workers();

        Delivery delivery = workers.flush(LONG);

        assertThat(delivery.delivered()).isGreaterThanOrEqualTo(50);
        workers.close(Duration.ZERO);
    }

    @Test
    void start_eventsComeLater_areDeliveredInTheBackground() throws InterruptedException {
        FakeBackend backend = destination("one", 1);
        CountDownLatch first = new CountDownLatch(1);
        backend.answer = batch -> {
            first.countDown();
            return new DeliveryResult.Delivered(batch.size());
        };
        DeliveryWorkers workers = workers();
        workers.start();

        spool(1, 1);

        assertThat(first.await(60, TimeUnit.SECONDS)).isTrue();
        workers.close(LONG);
    }

    @Test
    void start_threads_areDaemonsWithoutAContextClassLoader() {
        FakeBackend backend = destination("one", 1);
        AtomicReference<Thread> thread = new AtomicReference<>();
        backend.answer = batch -> {
            thread.set(Thread.currentThread());
            return new DeliveryResult.Delivered(batch.size());
        };
        spool(1, 1);
        DeliveryWorkers workers = workers();

        workers.flush(LONG);

        assertThat(thread.get().isDaemon()).isTrue();
        assertThat(thread.get().getName()).isEqualTo("candor-one");
        assertThat(thread.get().getContextClassLoader()).isNull();
        workers.close(LONG);
    }

    @Test
    void close_neverStarted_opensNothingAndStartsNoThread() {
        FakeBackend backend = destination("never", 1);
        spool(10, 1);

        Delivery delivery = workers().close(LONG);

        assertThat(delivery.complete()).as("nobody looked").isFalse();
        assertThat(backend.opened).isZero();
        assertThat(threadNames()).doesNotContain("candor-never");
    }

    @Test
    void close_twice_returnsAtOnce() {
        destination("one", 1);
        DeliveryWorkers workers = workers();
        workers.flush(LONG);

        workers.close(LONG);

        assertThat(workers.close(LONG).complete()).isTrue();
        assertThat(workers.flush(LONG).complete()).isTrue();
    }

    @Test
    void close_interruptedCaller_returnsAndKeepsTheFlag() {
        FakeBackend backend = destination("hung", 1);
        backend.answer = batch -> hang();
        spool(10, 1);
        DeliveryWorkers workers = workers();
        workers.start();

        Thread.currentThread().interrupt();
        workers.close(Duration.ofMinutes(10));

        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void close_backendHangs_keepsEveryDeadline() {
        int closes = Boolean.getBoolean("candor.soak") ? 1_000 : 200;
        long deadline = TimeUnit.MILLISECONDS.toNanos(10);
        long[] over = new long[closes];

        for (int i = 0; i < closes; i++) {
            CountDownLatch hanging = new CountDownLatch(1);
            destinations.clear();
            FakeBackend backend = destination("hung", i);
            backend.answer = batch -> {
                hanging.countDown();
                return hang();
            };
            spool(1, i);
            DeliveryWorkers workers = workers();
            workers.start();
            await(hanging);
            long start = System.nanoTime();
            Delivery delivery = workers.close(Duration.ofNanos(deadline));
            over[i] = System.nanoTime() - start - deadline;
            assertThat(delivery.waiting()).isEqualTo(1);
        }

        java.util.Arrays.sort(over);
        long fifty = TimeUnit.MILLISECONDS.toNanos(50);
        System.getLogger("figures")
                .log(
                        System.Logger.Level.INFO,
                        "closes while hung: {0}; over the deadline by (us): median {1}, p99 {2}, worst {3}; by more than 50 ms: {4}",
                        closes,
                        over[closes / 2] / 1_000,
                        over[closes * 99 / 100] / 1_000,
                        over[closes - 1] / 1_000,
                        java.util.Arrays.stream(over)
                                .filter(each -> each > fifty)
                                .count());
        assertThat(over[closes / 2]).isLessThan(TimeUnit.MILLISECONDS.toNanos(50));
        assertThat(over[closes - 1]).isLessThan(TimeUnit.SECONDS.toNanos(5));
    }

    @Test
    void close_byTheBackendItself_doesNotWaitForItself() {
        AtomicReference<DeliveryWorkers> self = new AtomicReference<>();
        CountDownLatch closed = new CountDownLatch(1);
        destination("closer", 1).answer = batch -> {
            self.get().close(Duration.ofMinutes(10));
            closed.countDown();
            return new DeliveryResult.Delivered(batch.size());
        };
        spool(1, 1);
        DeliveryWorkers workers = workers();
        self.set(workers);

        workers.start();

        await(closed);
    }

    @Test
    void close_answerComesTooLate_isNotActedOn() throws InterruptedException {
        FakeBackend backend = destination("late", 1);
        CountDownLatch hanging = new CountDownLatch(1);
        CountDownLatch back = new CountDownLatch(1);
        AtomicReference<Thread> worker = new AtomicReference<>();
        backend.answer = batch -> {
            worker.set(Thread.currentThread());
            hanging.countDown();
            hang();
            back.countDown();
            return new DeliveryResult.Delivered(batch.size());
        };
        spool(5, 1);
        DeliveryWorkers workers = workers();
        workers.start();
        await(hanging);

        workers.close(Duration.ZERO);
        released.countDown();
        await(back);
        worker.get().join(60_000);

        assertThat(worker.get().isAlive()).isFalse();
        assertThat(spool.reader(1).waiting()).isEqualTo(5);
        assertThat(backend.closed).isTrue();
    }

    @Test
    void start_othersHangFailAndThrow_healthyOnesAreNotHeldUp() {
        destination("hung", 1).answer = batch -> hang();
        destination("down", 2).answer = batch -> new DeliveryResult.RetryLater(Duration.ZERO, "refused");
        destination("throws", 3).answer = batch -> {
            throw new IllegalStateException("broken");
        };
        destination("falls", 4).answer = batch -> {
            throw new StackOverflowError();
        };
        List<FakeBackend> healthy = List.of(destination("h1", 5), destination("h2", 6), destination("h3", 7));
        for (int i = 1; i <= 2_000; i++) {
            spool.append(new Numbered(i, Purpose.USAGE, 1, 2, 3, 4, 5, 6, 7));
        }
        // The books are read with the ring empty.
        spool.state();
        DeliveryWorkers workers = workers();

        Delivery delivery = workers.flush(Duration.ofSeconds(3));

        for (FakeBackend backend : healthy) {
            assertThat(backend.received()).isEqualTo(numbers(1, 2_000));
        }
        assertThat(delivery.delivered()).isEqualTo(3 * 2_000);
        assertThat(delivery.waiting()).isEqualTo(4 * 2_000);
        assertThat(delivery.complete()).isFalse();
        workers.close(Duration.ZERO);
    }

    @Test
    void start_threadFallsOver_isRestartedThreeTimesThenBroken() {
        FakeBackend backend = destination("falls", 1);
        AtomicInteger calls = new AtomicInteger();
        backend.answer = batch -> {
            calls.incrementAndGet();
            throw new StackOverflowError();
        };
        spool(5, 1);
        DeliveryWorkers workers = workers();

        Delivery delivery = workers.flush(LONG);

        assertThat(calls).hasValue(4);
        assertThat(delivery.waiting()).isEqualTo(5);
        assertThat(workers.status().get(0).state()).isEqualTo(State.BROKEN);
        workers.close(LONG);
    }

    @Test
    void awaitQuiet_consentWithdrawn_nothingIsSentAfterwards() {
        int races = Boolean.getBoolean("candor.soak") ? 20_000 : 1_000;
        FakeBackend backend = destination("one", 1);
        AtomicBoolean quiet = new AtomicBoolean();
        AtomicInteger violations = new AtomicInteger();
        AtomicInteger calls = new AtomicInteger();
        backend.answer = batch -> {
            calls.incrementAndGet();
            if (quiet.get()) {
                violations.incrementAndGet();
            }
            return new DeliveryResult.Delivered(1);
        };
        DeliveryWorkers workers = workers();
        workers.start();

        for (int race = 0; race < races; race++) {
            spool(20, 1);
            int before = calls.get();
            allowed = true;
            workers.wake();
            while (calls.get() == before) {
                Thread.onSpinWait();
            }
            allowed = false;
            assertThat(workers.awaitQuiet(LONG)).isTrue();
            quiet.set(true);
            workers.wake();
            Thread.yield();
            assertThat(violations).hasValue(0);
            quiet.set(false);
        }

        workers.close(Duration.ZERO);
    }

    @Test
    void awaitQuiet_backendHangs_saysNo() {
        CountDownLatch hanging = new CountDownLatch(1);
        destination("hung", 1).answer = batch -> {
            hanging.countDown();
            return hang();
        };
        spool(1, 1);
        DeliveryWorkers workers = workers();
        workers.start();
        await(hanging);

        assertThat(workers.awaitQuiet(Duration.ofMillis(20))).isFalse();

        workers.close(Duration.ZERO);
    }

    private FakeBackend destination(String name, long route) {
        FakeBackend backend = new FakeBackend();
        destinations.add(new Destination(
                name,
                "settings",
                purpose -> allowed,
                List.of(() -> spool.reader(route)),
                backend.opener(),
                Numbered::decode,
                BatchLimits.usual(),
                BreakerStore.none()));
        return backend;
    }

    private DeliveryWorkers workers() {
        return new DeliveryWorkers(destinations, DeliveryClock.system());
    }

    private void spool(int count, long route) {
        for (int i = 1; i <= count; i++) {
            spool.append(new Numbered(i, Purpose.USAGE, route));
        }
        // The books are read with the ring empty.
        spool.state();
    }

    /** Hangs as a blocking read does: an interrupt does not end it. */
    private DeliveryResult hang() {
        boolean interrupted = false;
        while (true) {
            try {
                released.await();
                break;
            } catch (InterruptedException ignored) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return new DeliveryResult.RetryLater(Duration.ZERO, "hung");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private static List<String> threadNames() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).toList();
    }
}
