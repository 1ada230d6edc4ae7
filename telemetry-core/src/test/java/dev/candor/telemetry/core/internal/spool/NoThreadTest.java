package dev.candor.telemetry.core.internal.spool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.core.internal.threads.CrowdedMachine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A machine without room for the spool's threads: nothing reaches the caller, and nothing is lost. */
@Timeout(120)
class NoThreadTest extends SpoolHarness {

    private static final String BOTH = "candor-spool";
    private static final String SYNCER = "candor-spool-sync";

    private final MemoryFs disk = new MemoryFs(time);

    private Spool spool(CrowdedMachine machine) {
        SpoolOptions options = SpoolOptions.of(SpoolMode.SERVER, directory()).withTime(time);
        return track(new RingSpool(options, disk.view(), machine));
    }

    @Test
    void append_noThread_isOnDiskByTheCallersThatFollow() {
        CrowdedMachine machine = new CrowdedMachine(BOTH);
        Spool spool = spool(machine);
        int accepted = 0;

        long start = System.nanoTime();
        // Over two of the half seconds that a caller waits before it tries again.
        while (System.nanoTime() - start < 1_200_000_000L) {
            if (spool.append(TestEvent.of(accepted))) {
                accepted++;
            }
        }

        // As after kill -9 and a power loss: only what was appended since the last try may be missing.
        time.pass(Duration.ofMinutes(1));
        List<Long> survived =
                numbers(new SpoolProcess(disk.afterPowerLoss(new Random(1)), time, limits()).deliverAll());
        assertThat(survived).isNotEmpty();
        assertThat(survived).isEqualTo(firstNumbers(survived.size()));
        assertThat(machine.refused()).contains(BOTH, SYNCER).hasSizeLessThan(12);
        assertThat(spool.state().accepted()).isEqualTo(accepted);
    }

    @Test
    void sync_noThread_isDoneByTheCaller() {
        Spool spool = spool(new CrowdedMachine(BOTH));
        for (int i = 0; i < 100; i++) {
            assertThat(spool.append(TestEvent.of(i))).isTrue();
        }

        boolean synced = spool.sync(Duration.ZERO);

        assertThat(synced).isTrue();
        assertThat(afterPowerLoss()).isEqualTo(firstNumbers(100));
    }

    @Test
    void close_noThread_losesNothing() {
        Spool spool = spool(new CrowdedMachine(BOTH));
        for (int i = 0; i < 100; i++) {
            assertThat(spool.append(TestEvent.of(i))).isTrue();
        }

        spool.close(SOON);

        assertThat(spool.append(TestEvent.of(100))).isFalse();
        assertThat(afterPowerLoss()).isEqualTo(firstNumbers(100));
    }

    @Test
    void append_ringFullWithoutAThread_isRefusedAndCounted() {
        Spool spool = spool(new CrowdedMachine(BOTH));
        int events = 2 * limits().ring();
        long accepted = 0;
        for (int i = 0; i < events; i++) {
            accepted += spool.append(TestEvent.of(i)) ? 1 : 0;
        }

        SpoolState state = spool.state();

        assertThat(state.accepted()).isEqualTo(accepted);
        assertThat(state.accepted() + state.refused().getOrDefault(DropReason.RING_FULL, 0L))
                .isEqualTo(events);
        spool.close(SOON);
        assertThat(afterPowerLoss()).hasSize((int) accepted);
    }

    @Test
    void sync_noThreadForTheSyncs_isDoneByWhoeverWrites() {
        CrowdedMachine machine = new CrowdedMachine(SYNCER);
        Spool spool = spool(machine);
        for (int round = 0; round < 5; round++) {
            for (int i = 0; i < 20; i++) {
                assertThat(spool.append(TestEvent.of(round * 20 + i))).isTrue();
            }
            assertThat(spool.sync(SOON)).isTrue();
        }

        assertThat(machine.refused()).isNotEmpty().containsOnly(SYNCER);
        assertThat(afterPowerLoss()).isEqualTo(firstNumbers(100));
    }

    @Test
    void append_roomAgain_startsTheThreads() throws InterruptedException {
        CrowdedMachine machine = new CrowdedMachine(BOTH);
        Spool spool = spool(machine);
        RouteReader reader = spool.reader(TestEvent.A);
        assertThat(spool.append(TestEvent.of(0))).isTrue();

        machine.makeRoom();
        List<Long> delivered = new ArrayList<>();
        long number = 1;
        long deadline = System.nanoTime() + SOON.toNanos();
        while (spoolThreads().size() < 2 && System.nanoTime() < deadline) {
            spool.append(TestEvent.of(number++));
            delivered.addAll(numbers(drain(reader)));
            reader.await(Duration.ofMillis(10));
        }

        assertThat(spoolThreads()).hasSize(2);
        assertThat(spool.sync(SOON)).isTrue();
        delivered.addAll(numbers(drain(reader)));
        assertThat(delivered).isEqualTo(firstNumbers((int) number));
    }

    private List<Long> afterPowerLoss() {
        time.pass(Duration.ofMinutes(1));
        return numbers(new SpoolProcess(disk.afterPowerLoss(new Random(1)), time, limits()).deliverAll());
    }

    private static List<Long> firstNumbers(int count) {
        List<Long> numbers = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            numbers.add(i);
        }
        return numbers;
    }
}
