package dev.candor.telemetry.core.internal.spool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.core.internal.threads.CrowdedMachine;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A disk that writes, but whose syncs do not come back: a command leaves when its time is over. */
@Timeout(120)
class SlowDiskTest extends SpoolHarness {

    private static final Duration SHORT = Duration.ofMillis(50);
    private static final int EVENTS = 20;

    private final MemoryFs disk = new MemoryFs(time);
    private final FaultyFs fs = new FaultyFs(disk.view());
    private final CountDownLatch answers = new CountDownLatch(1);

    @AfterEach
    void diskAnswers() {
        answers.countDown();
    }

    private void hang() {
        fs.faults((operation, name) -> {
            if (operation == FaultyFs.Operation.SYNC) {
                await();
            }
            return -1;
        });
    }

    private void await() throws IOException {
        try {
            answers.await();
        } catch (InterruptedException stop) {
            throw new IOException(stop);
        }
    }

    private CommandSpool written() {
        CommandSpool spool =
                new CommandSpool(SpoolOptions.of(SpoolMode.COMMAND, directory()).withTime(time), fs);
        for (int i = 0; i < EVENTS; i++) {
            assertThat(spool.append(TestEvent.of(i))).isTrue();
        }
        return spool;
    }

    @Test
    void close_syncHangs_returnsAtItsDeadlineAndLosesNothing() {
        CommandSpool spool = written();
        hang();

        boolean inTime = spool.close(SHORT);

        assertThat(inTime).isFalse();
        assertThat(spool.append(TestEvent.of(EVENTS))).isFalse();
        assertThat(spool.close(SHORT)).as("a second close").isTrue();
        // As the next process finds it, when this one has ended.
        time.pass(Duration.ofMinutes(1));
        assertThat(new SpoolProcess(disk, time, limits()).deliverAll()).hasSize(EVENTS);
    }

    @Test
    void close_syncHangs_othersNeedNotWaitForALease() {
        CommandSpool spool = written();
        hang();

        spool.close(SHORT);

        assertThat(new SpoolProcess(disk, time, limits()).deliverAll()).hasSize(EVENTS);
    }

    @Test
    void close_syncHangsWithAReaderOpen_returnsAtItsDeadline() {
        CommandSpool spool = written();
        List<Frame> some = spool.reader(TestEvent.A).peek(5, 1 << 20);
        assertThat(spool.append(TestEvent.of(EVENTS))).isTrue();
        hang();

        boolean inTime = spool.close(SHORT);

        assertThat(some).hasSize(5);
        assertThat(inTime).isFalse();
        answers.countDown();
        // Waits for the close that was left behind: another process looks when this one has ended.
        spool.run();
        time.pass(Duration.ofMinutes(1));
        assertThat(new SpoolProcess(disk, time, limits()).deliverAll()).hasSize(EVENTS + 1);
    }

    @Test
    void sync_hangs_returnsAtItsDeadlineAndSoDoesTheClose() {
        CommandSpool spool = written();
        hang();

        boolean synced = spool.sync(SHORT);
        boolean closed = spool.close(SHORT);

        assertThat(synced).isFalse();
        assertThat(closed).isFalse();
    }

    @Test
    void close_noTimeAtAll_isSyncedOnAHealthyDisk() {
        CommandSpool spool = written();

        spool.close(Duration.ZERO);

        // On a busy machine it may end a moment later; its end is idempotent.
        spool.run();
        MemoryFs after = disk.afterPowerLoss(new java.util.Random(1));
        time.pass(Duration.ofMinutes(1));
        assertThat(new SpoolProcess(after, time, limits()).deliverAll()).hasSize(EVENTS);
    }

    @Test
    void close_noRoomForAThread_isDoneByTheCaller() {
        CommandSpool spool = new CommandSpool(
                SpoolOptions.of(SpoolMode.COMMAND, directory()).withTime(time), fs, new CrowdedMachine("candor"));
        assertThat(spool.append(TestEvent.of(1))).isTrue();

        boolean inTime = spool.close(Duration.ZERO);

        assertThat(inTime).isTrue();
        time.pass(Duration.ofMinutes(1));
        assertThat(new SpoolProcess(disk, time, limits()).deliverAll()).hasSize(1);
    }

    @Test
    void close_nothingWritten_startsNoThread() {
        CrowdedMachine machine = new CrowdedMachine("candor");
        CommandSpool spool =
                new CommandSpool(SpoolOptions.of(SpoolMode.COMMAND, directory()).withTime(time), fs, machine);

        assertThat(spool.close(SHORT)).isTrue();
        assertThat(machine.refused()).isEmpty();
    }
}
