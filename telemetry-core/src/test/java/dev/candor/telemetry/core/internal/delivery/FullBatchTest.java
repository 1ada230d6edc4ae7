package dev.candor.telemetry.core.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.spi.DeliveryResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** A worker that looks once in an hour sends a full batch at once all the same, and nothing else. */
class FullBatchTest extends WorkersHarness {
    private static final int FULL = BatchLimits.usual().frames();

    @Test
    void rest_fullBatchComesIn_isSentAtOnceAndTheRestIsNot() {
        FakeBackend backend = destination("one", 1);
        CountDownLatch two = new CountDownLatch(2);
        backend.answer = batch -> {
            two.countDown();
            return new DeliveryResult.Delivered(batch.size());
        };
        DeliveryWorkers workers = idle();

        spool(FULL + 50, 1);
        spool(FULL, 1);
        await(two);

        workers.flush(LONG);
        assertThat(sizes(backend)).containsExactly(FULL, FULL, 50);
        workers.close(LONG);
    }

    @Test
    void rest_fewerComeIn_waitForTheFlush() {
        FakeBackend backend = destination("one", 1);
        DeliveryWorkers workers = idle();

        spool(FULL / 2, 1);
        spool(FULL / 2 - 1, 1);

        workers.flush(LONG);
        assertThat(sizes(backend)).containsExactly(FULL - 1);
        workers.close(LONG);
    }

    @Test
    void rest_fullBatchComesInWhileTheDestinationIsToBeLeftAlone_isNotSent() {
        FakeBackend backend = destination("busy", 1);
        backend.answer = batch -> new DeliveryResult.RetryLater(Duration.ofHours(1), "429");
        DeliveryWorkers workers = idle();
        spool(1, 1);
        workers.flush(LONG);

        spool(FULL, 1);
        spool(FULL, 1);

        workers.flush(LONG);
        assertThat(sizes(backend)).containsExactly(1);
        workers.close(LONG);
    }

    @Test
    void stop_restWaits_sendsItWithoutALook() {
        FakeBackend backend = destination("one", 1);
        CountDownLatch full = new CountDownLatch(1);
        backend.answer = batch -> {
            full.countDown();
            return new DeliveryResult.Delivered(batch.size());
        };
        DeliveryWorkers workers = idle();
        spool(FULL + 7, 1);
        await(full);

        workers.close(LONG);

        assertThat(sizes(backend)).containsExactly(FULL, 7);
    }

    /** Workers that have looked, and will not look again by themselves. */
    private DeliveryWorkers idle() {
        DeliveryWorkers workers = workersThatLookEvery(Duration.ofHours(1));
        assertThat(workers.flush(LONG).complete()).isTrue();
        return workers;
    }

    private static List<Integer> sizes(FakeBackend backend) {
        List<Integer> sizes = new ArrayList<>();
        for (List<Long> batch : backend.batches()) {
            sizes.add(batch.size());
        }
        return sizes;
    }
}
