package dev.candor.telemetry.core.internal.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class GrowingTest {
    private static final int EACH = 50_000;

    private final Growing sum = new Growing();

    @Test
    void takeGrowth_severalCalls_givesWhatWasAddedSinceTheLast() {
        sum.add(2);
        sum.add(3);

        assertThat(sum.takeGrowth()).isEqualTo(5);
        assertThat(sum.takeGrowth()).isZero();

        sum.add(7);

        assertThat(sum.takeGrowth()).isEqualTo(7);
    }

    @Test
    void add_moreThreadsThanCellsWhileItIsRead_losesNothing() throws InterruptedException {
        long read = 0;
        List<Thread> threads = started(12, EACH);
        while (threads.stream().anyMatch(Thread::isAlive)) {
            read += sum.takeGrowth();
        }

        assertThat(read + sum.takeGrowth()).isEqualTo(12L * EACH);
    }

    @Test
    void add_threadsThatCameAndWent_losesNothing() throws InterruptedException {
        long read = 0;
        for (int round = 0; round < 20; round++) {
            for (Thread each : started(3, 100)) {
                each.join();
            }
            sum.add(1);
            read += sum.takeGrowth();
        }

        assertThat(read).isEqualTo(20 * (3 * 100 + 1));
        assertThat(sum.takeGrowth()).isZero();
    }

    private List<Thread> started(int count, int each) throws InterruptedException {
        CountDownLatch go = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < count; t++) {
            Thread thread = new Thread(() -> {
                try {
                    go.await();
                } catch (InterruptedException stop) {
                    return;
                }
                for (int i = 0; i < each; i++) {
                    sum.add(1);
                }
            });
            thread.start();
            threads.add(thread);
        }
        go.countDown();
        return threads;
    }
}
