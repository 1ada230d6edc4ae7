package dev.candor.telemetry.core.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.core.internal.spool.DropReason;
import dev.candor.telemetry.core.internal.spool.SpoolState;
import dev.candor.telemetry.spi.DeliveryResult;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A day without an answer at ten events a second, played through on a clock of its own, then the receiver is back. */
class OutageTest {
    private static final int PER_SECOND = 10;
    private static final int HOUR = 3_600;
    private static final long MEBI = 1L << 20;

    @AutoClose
    private final Bench bench = new Bench();

    private long peak;

    @Test
    void step_oneDayOutage_everythingIsAccountedForInEightMebibytes() {
        bench.limits = BatchLimits.usual();
        bench.backend.answer = batch -> new DeliveryResult.RetryLater(Duration.ZERO, "connection refused");
        Carrier carrier = bench.carrier();
        long idle = usedHeap();

        long events = beUnreachable(carrier, Duration.ofDays(1).toSeconds());
        int attempts = bench.backend.batches().size();
        bench.backend.answer = batch -> new DeliveryResult.Delivered(batch.size());
        bench.drain(carrier);

        SpoolState.Route route = bench.spool.state().routes().get(Bench.ROUTE);
        System.getLogger("figures")
                .log(
                        System.Logger.Level.INFO,
                        "a day''s outage: {0} events, {1} attempts, {2} delivered, dropped {3}; heap over idle {4} bytes",
                        events,
                        attempts,
                        route.delivered(),
                        route.dropped(),
                        peak - idle);
        assertThat(events).isEqualTo(24L * HOUR * PER_SECOND);
        assertThat(attempts).isBetween(100, 200);
        assertThat(peak - idle).as("heap over idle").isLessThanOrEqualTo(8 * MEBI);
        assertThat(route.waiting()).isZero();
        assertThat(carrier.status().counts().delivered())
                .isEqualTo(events - route.dropped().get(DropReason.TOO_MANY_BYTES));
        assertThat(route.balances()).as("%s", route).isTrue();
    }

    /** Events come and attempts fail; the heap is looked at each hour. */
    private long beUnreachable(Carrier carrier, long seconds) {
        long number = 0;
        long nextAttempt = bench.clock.nanos();
        for (int second = 0; second < seconds; second++) {
            bench.spool(number, number + PER_SECOND - 1);
            number += PER_SECOND;
            if (bench.clock.nanos() >= nextAttempt) {
                carrier.step();
                nextAttempt = bench.clock.nanos() + carrier.waitNanos();
            }
            if (second % HOUR == HOUR - 1) {
                peak = Math.max(peak, usedHeap());
            }
            bench.clock.pass(Duration.ofSeconds(1));
        }
        return number;
    }

    /** What is in use, garbage not counted. */
    private static long usedHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
