package dev.candor.telemetry.core.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.spi.DeliveryResult;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Nothing leaves once consent is gone and it is quiet. */
class QuietTest extends WorkersHarness {
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
}
