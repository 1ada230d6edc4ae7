package dev.candor.telemetry.core.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FloodGuardTest {
    private static final long NOON = 20_000L * 86_400_000 + 43_200_000;
    private final FloodGuard guard = new FloodGuard(new FloodGuard.Limits(100, 3));

    @Test
    void admits_underTheCap_letsEverythingThrough() {
        FloodGate gate = guard.gate("load", 50);

        for (int i = 0; i < 50; i++) {
            assertThat(gate.admits(NOON)).isTrue();
        }

        assertThat(guard.takeReport()).isEmpty();
    }

    @Test
    void admits_overTheCap_suppressesAndReportsOnce() {
        FloodGate gate = guard.gate("load", 50);
        FloodGate other = guard.gate("extract", 50);
        for (int i = 0; i < 70; i++) {
            gate.admits(NOON);
        }

        assertThat(gate.admits(NOON)).isFalse();
        assertThat(other.admits(NOON)).isTrue();
        assertThat(guard.takeReport()).containsExactly(new FloodGuard.Suppressed("load", 21));
        assertThat(guard.takeReport()).isEmpty();
        gate.admits(NOON);
        assertThat(guard.takeReport()).containsExactly(new FloodGuard.Suppressed("load", 1));
    }

    @Test
    void admits_openGate_letsEverythingThroughAndReportsNothing() {
        FloodGate gate = FloodGate.open();

        for (int second = 0; second < 30; second++) {
            for (int i = 0; i < 5_000; i++) {
                assertThat(gate.admits(NOON + second * 1_024L)).isTrue();
            }
        }

        assertThat(gate.wasShut()).isFalse();
        assertThat(gate.isShut(NOON)).isFalse();
        assertThat(gate.suppressed()).isZero();
    }

    @Test
    void admits_nextDay_beginsAnew() {
        FloodGate gate = guard.gate("load", 5);
        for (int i = 0; i < 10; i++) {
            gate.admits(NOON);
        }

        assertThat(gate.admits(NOON + 86_400_000)).isTrue();
    }

    @Test
    void admits_clockGoesBackADay_isNotStuck() {
        FloodGate gate = guard.gate("load", 5);
        for (int i = 0; i < 10; i++) {
            gate.admits(NOON);
        }

        assertThat(gate.admits(NOON - 86_400_000)).isTrue();
    }

    @Test
    void admits_loop_isSuppressedUntilItSlowsDown() {
        FloodGate gate = guard.gate("load", Integer.MAX_VALUE);

        int[] admitted = new int[12];
        for (int second = 0; second < 12; second++) {
            int calls = second < 8 ? 500 : 10;
            for (int i = 0; i < calls; i++) {
                admitted[second] += gate.admits(NOON + second * 1_024L) ? 1 : 0;
            }
        }

        assertThat(admitted).containsExactly(500, 500, 500, 0, 0, 0, 0, 0, 0, 10, 10, 10);
        assertThat(gate.suppressed()).isEqualTo(5 * 500 + 10);
    }

    @Test
    void admits_burst_isNoLoop() {
        FloodGate gate = guard.gate("load", Integer.MAX_VALUE);

        for (int second = 0; second < 30; second++) {
            int calls = second % 3 == 0 ? 5 : 5_000;
            for (int i = 0; i < calls; i++) {
                assertThat(gate.admits(NOON + second * 1_024L)).isTrue();
            }
        }
    }

    @Test
    void admits_manyThreads_letsExactlyTheCapThrough() throws InterruptedException {
        FloodGate gate = guard.gate("load", 10_000);
        AtomicInteger admitted = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(4);

        for (int thread = 0; thread < 4; thread++) {
            new Thread(() -> {
                        for (int i = 0; i < 20_000; i++) {
                            if (gate.admits(NOON)) {
                                admitted.incrementAndGet();
                            }
                        }
                        done.countDown();
                    })
                    .start();
        }
        done.await();

        assertThat(admitted).hasValue(10_000);
        assertThat(gate.suppressed()).isEqualTo(70_000);
    }
}
