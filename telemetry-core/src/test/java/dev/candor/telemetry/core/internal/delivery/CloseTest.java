package dev.candor.telemetry.core.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Delivery;
import dev.candor.telemetry.spi.DeliveryResult;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What closing leaves behind, whoever closes and whatever the backend does. */
class CloseTest extends WorkersHarness {
    @Test
    void close_neverStarted_opensNothingAndStartsNoThread() {
        FakeBackend backend = destination("never", 1);
        spool(10, 1);

        Delivery delivery = workers().close(LONG);

        assertThat(delivery.complete()).as("nobody looked").isFalse();
        assertThat(backend.opened).isZero();
        assertThat(threads()).isEmpty();
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
        release();
        await(back);
        worker.get().join(60_000);

        assertThat(worker.get().isAlive()).isFalse();
        assertThat(spool.reader(1).waiting()).isEqualTo(5);
        assertThat(backend.closed).isTrue();
    }
}
