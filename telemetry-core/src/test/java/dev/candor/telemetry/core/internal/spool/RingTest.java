package dev.candor.telemetry.core.internal.spool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Purpose;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RingTest extends SpoolHarness {

    @Test
    void offer_full_refusesAndGoesOnAfterAPoll() {
        Ring ring = new Ring(4);
        List<TestEvent> events = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            events.add(TestEvent.of(i));
            assertThat(ring.offer(events.get(i))).isEqualTo(i);
        }

        assertThat(ring.offer(TestEvent.of(4))).isEqualTo(Ring.FULL);
        assertThat(ring.poll()).isSameAs(events.get(0));
        assertThat(ring.offer(TestEvent.of(5))).isEqualTo(4);
        assertThat(ring.poll()).isSameAs(events.get(1));
    }

    @Test
    void touch_asManyAsThereAre_readsTheOldestAndTakesNone() {
        Ring ring = new Ring(4);
        List<Long> touched = new ArrayList<>();
        List<Outgoing> events = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            events.add(new Touched(TestEvent.of(i), touched));
            ring.offer(events.get(i));
        }

        ring.touch(2);
        assertThat(touched).containsExactly(0L, 1L);
        assertThat(ring.poll()).isSameAs(events.get(0));

        ring.touch(4);
        assertThat(touched).containsExactly(0L, 1L, 1L, 2L);
        assertThat(ring.poll()).isSameAs(events.get(1));
        assertThat(ring.poll()).isSameAs(events.get(2));
        assertThat(ring.poll()).isNull();
    }

    /** Says when it is looked at. */
    private record Touched(TestEvent event, List<Long> touched) implements Outgoing {
        @Override
        public long touch() {
            touched.add(event.number());
            return event.idHigh();
        }

        @Override
        public long idHigh() {
            return event.idHigh();
        }

        @Override
        public long idLow() {
            return event.idLow();
        }

        @Override
        public Purpose purpose() {
            return event.purpose();
        }

        @Override
        public long[] destinations() {
            return event.destinations();
        }

        @Override
        public void writePayload(PayloadBuffer out) {
            event.writePayload(out);
        }
    }

    @Test
    void close_keepsWhatIsThereAndRefusesTheRest() {
        Ring ring = new Ring(4);
        TestEvent event = TestEvent.of(0);
        ring.offer(event);

        ring.close();

        assertThat(ring.offer(TestEvent.of(1))).isEqualTo(Ring.CLOSED);
        assertThat(ring.offered()).isEqualTo(1);
        assertThat(ring.poll()).isSameAs(event);
        assertThat(ring.poll()).isNull();
    }

    @Test
    void append_manyThreads_eachEventIsRefusedOrDeliveredOnce() throws InterruptedException {
        Spool spool = open(SpoolMode.SERVER);
        RouteReader reader = spool.reader(TestEvent.A);
        int threads = 8;
        int each = 20_000;
        AtomicLong taken = new AtomicLong();
        CountDownLatch done = new CountDownLatch(threads);
        for (int t = 0; t < threads; t++) {
            long first = t * 1_000_000L;
            new Thread(() -> {
                        for (int i = 0; i < each; i++) {
                            if (spool.append(TestEvent.of(first + i))) {
                                taken.incrementAndGet();
                            }
                        }
                        done.countDown();
                    })
                    .start();
        }
        List<Frame> delivered = new ArrayList<>();
        while (done.getCount() > 0) {
            delivered.addAll(drain(reader));
        }
        assertThat(spool.sync(SOON)).isTrue();
        delivered.addAll(drain(reader));

        SpoolState state = spool.state();
        assertThat(state.accepted()).isEqualTo(taken.get()).isEqualTo(spool.accepted());
        assertThat(state.accepted() + state.refused().getOrDefault(DropReason.RING_FULL, 0L))
                .isEqualTo((long) threads * each);
        assertThat(counts(delivered))
                .hasSize((int) taken.get())
                .allSatisfy((number, times) -> assertThat(times).isEqualTo(1));
    }

    @Test
    void append_interruptedCaller_keepsItsFlagAndLosesNothing() {
        for (SpoolMode mode : SpoolMode.values()) {
            Spool spool = open(mode);
            RouteReader reader = spool.reader(TestEvent.A);
            List<Frame> delivered = new ArrayList<>();
            for (int i = 0; i < 10_000; i++) {
                Thread.currentThread().interrupt();
                assertThat(spool.append(TestEvent.of(i), i % 1_000 == 0)).isTrue();
                assertThat(Thread.interrupted())
                        .as("interrupt flag after append, %s", mode)
                        .isTrue();
                if (i % 500 == 0) {
                    delivered.addAll(drain(reader));
                }
            }
            spool.state();
            delivered.addAll(drain(reader));
            assertThat(counts(delivered)).as("%s", mode).hasSize(10_000);
            spool.close(SOON);
            if (directory().exists()) {
                assertThat(files()).isEmpty();
            }
        }
        Soak.report("caller interrupted before each append", "3 modes × 10,000 appends, 0 lost, flag kept");
    }

    @Test
    void append_server_touchesNoFileOnTheCallersThread() {
        MemoryFs disk = new MemoryFs(time);
        FaultyFs fs = new FaultyFs(disk.view());
        Set<String> threads = ConcurrentHashMap.newKeySet();
        fs.faults((operation, name) -> {
            threads.add(Thread.currentThread().getName());
            return -1;
        });
        Spool spool = open(SpoolMode.SERVER, fs, options -> options);
        for (int i = 0; i < 20_000; i++) {
            spool.append(TestEvent.of(i).sized(500));
            if (i % 5_000 == 4_999) {
                assertThat(spool.sync(SOON)).isTrue();
            }
        }

        assertThat(threads).containsExactlyInAnyOrder("candor-spool", "candor-spool-sync");
    }

    @Test
    void close_manyTimes_endsTheThreads() {
        for (int i = 0; i < 50; i++) {
            Spool spool = Spool.open(SpoolOptions.of(SpoolMode.SERVER, directory()));
            spool.append(TestEvent.of(i));
            spool.close(SOON);
            spool.close(SOON);
        }

        long deadline = System.nanoTime() + SOON.toNanos();
        while (!spoolThreads().isEmpty() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(spoolThreads()).isEmpty();
    }

    @Test
    void append_durable_isSyncedWhenItReturns() {
        for (SpoolMode mode : List.of(SpoolMode.COMMAND, SpoolMode.SERVER)) {
            MemoryFs disk = new MemoryFs(time);
            Spool spool = open(mode, disk.view(), options -> options);

            assertThat(spool.append(TestEvent.of(1), true)).isTrue();

            MemoryFs after = disk.afterPowerLoss(new java.util.Random(1));
            time.pass(java.time.Duration.ofMinutes(1));
            assertThat(numbers(new SpoolProcess(after, time, limits()).deliverAll()))
                    .as("%s", mode)
                    .containsExactly(1L);
        }
    }
}
