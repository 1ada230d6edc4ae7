package dev.candor.telemetry.core.internal.delivery;

import static dev.candor.telemetry.core.internal.delivery.Bench.numbers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Delivery;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.spi.DeliveryResult;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a flush does, and that it tells the truth about it. */
class FlushTest extends WorkersHarness {
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
    void flush_overBeforeTheWorkerLooksAgain_doesNotCallItComplete() {
        destination("late", 1);
        DeliveryWorkers workers = workers();
        assertThat(workers.flush(LONG).complete()).isTrue();

        for (int i = 1; i <= 50; i++) {
            spool(1, 1);

            Delivery delivery = workers.flush(Duration.ZERO);

            assertThat(delivery.complete() && delivery.delivered() < i)
                    .as("round %d: %s", i, delivery)
                    .isFalse();
            assertThat(workers.flush(LONG).delivered()).isEqualTo(i);
        }
        workers.close(LONG);
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
}
