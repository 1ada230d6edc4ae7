package dev.candor.telemetry.core.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Delivery;
import dev.candor.telemetry.core.internal.threads.Stalls;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A thousand closes while the backend hangs. */
class CloseDeadlineTest extends WorkersHarness {
    private static final int CLOSES = 1_000;
    private static final long DEADLINE = TimeUnit.MILLISECONDS.toNanos(5);
    private static final long ALLOWED = TimeUnit.MILLISECONDS.toNanos(50);

    @Test
    void close_backendHangs_keepsEveryDeadline() throws InterruptedException {
        long[] over = new long[CLOSES];
        long stall;

        try (Stalls stalls = new Stalls()) {
            for (int i = 0; i < CLOSES; i++) {
                over[i] = close(i) - DEADLINE;
            }
            stall = stalls.longestNanos();
        }

        Arrays.sort(over);
        System.getLogger("figures")
                .log(
                        System.Logger.Level.INFO,
                        "closes while hung: {0}; over the deadline by (us): median {1}, p99 {2}, worst {3}; the machine''s own worst stall {4}",
                        CLOSES,
                        over[CLOSES / 2] / 1_000,
                        over[CLOSES * 99 / 100] / 1_000,
                        over[CLOSES - 1] / 1_000,
                        stall / 1_000);
        assertThat(over[CLOSES / 2]).isLessThan(ALLOWED);
        assertThat(over[CLOSES - 1]).isLessThan(ALLOWED + stall);
    }

    /** How long it takes to close while the backend of a destination of its own hangs. */
    private long close(int route) {
        CountDownLatch called = new CountDownLatch(1);
        hangAgain();
        destinations.clear();
        destination("hung", route).answer = batch -> {
            called.countDown();
            return hang();
        };
        spool(1, route);
        DeliveryWorkers workers = workers();
        workers.start();
        await(called);

        long start = System.nanoTime();
        Delivery delivery = workers.close(Duration.ofNanos(DEADLINE));
        long took = System.nanoTime() - start;

        assertThat(delivery.waiting()).isEqualTo(1);
        release();
        return took;
    }
}
