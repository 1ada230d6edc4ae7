package dev.candor.telemetry.core.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Delivery;
import dev.candor.telemetry.core.internal.threads.CrowdedMachine;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** A machine without room for a destination's thread. */
class NoThreadTest extends WorkersHarness {

    @Test
    void flush_noThread_saysThatNothingWasDelivered() {
        FakeBackend backend = destination("crowded", 1);
        spool(3, 1);
        DeliveryWorkers workers = workers(new CrowdedMachine("candor"));

        boolean all = workers.start();
        Delivery delivery = workers.flush(LONG);
        Delivery last = workers.close(LONG);

        assertThat(all).isFalse();
        assertThat(delivery.complete()).isFalse();
        assertThat(last.complete()).isFalse();
        assertThat(backend.received()).isEmpty();
    }

    @Test
    void start_noThreadForOne_theOthersDeliver() {
        FakeBackend crowded = destination("crowded", 1);
        FakeBackend healthy = destination("healthy", 2);
        spool(3, 1, 2);
        DeliveryWorkers workers = workers(new CrowdedMachine("candor-crowded"));

        boolean all = workers.start();
        workers.flush(LONG);

        assertThat(all).isFalse();
        assertThat(healthy.received()).containsExactly(1L, 2L, 3L);
        assertThat(crowded.received()).isEmpty();
    }

    @Test
    void start_roomAgain_delivers() {
        CrowdedMachine machine = new CrowdedMachine("candor");
        FakeBackend backend = destination("crowded", 1);
        spool(3, 1);
        DeliveryWorkers workers = workers(machine);
        workers.start();

        machine.makeRoom();
        boolean all = workers.start();
        Delivery delivery = workers.flush(LONG);

        assertThat(all).isTrue();
        assertThat(delivery.complete()).isTrue();
        assertThat(backend.received()).containsExactly(1L, 2L, 3L);
    }

    /** The thread's successor cannot be started: a flush does not wait for it, and does not say that nothing waits. */
    @Test
    void fall_noRoomForAnotherThread_isStartedByALaterFlush() {
        CrowdedMachine machine = new CrowdedMachine();
        CountDownLatch called = new CountDownLatch(1);
        FakeBackend backend = destination("falling", 1);
        backend.answer = batch -> {
            machine.fill("candor");
            called.countDown();
            throw new StackOverflowError();
        };
        spool(3, 1);
        DeliveryWorkers workers = workers(machine);
        workers.start();
        await(called);

        Delivery crowded = workers.flush(LONG);
        backend.answer = batch -> new dev.candor.telemetry.spi.DeliveryResult.Delivered(batch.size());
        machine.makeRoom();
        Delivery roomy = workers.flush(Duration.ofSeconds(30));

        assertThat(crowded.complete()).isFalse();
        assertThat(roomy.complete()).isTrue();
        assertThat(backend.received()).containsExactly(1L, 2L, 3L);
    }
}
