package dev.candor.telemetry.core.internal.delivery;

import static dev.candor.telemetry.core.internal.delivery.Bench.numbers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Delivery;
import dev.candor.telemetry.core.internal.delivery.DestinationStatus.State;
import dev.candor.telemetry.spi.DeliveryResult;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Workers in the background: no destination and no failure of one holds up another. */
class IsolationTest extends WorkersHarness {
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
        spool(2_000, 1, 2, 3, 4, 5, 6, 7);
        DeliveryWorkers workers = workers();

        // The one that hangs keeps each flush until its deadline, whatever that is.
        long deadline = System.nanoTime() + LONG.toNanos();
        Delivery delivery = workers.flush(Duration.ofSeconds(3));
        while (delivery.delivered() < 3 * 2_000 && System.nanoTime() < deadline) {
            delivery = workers.flush(Duration.ofSeconds(3));
        }

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
}
