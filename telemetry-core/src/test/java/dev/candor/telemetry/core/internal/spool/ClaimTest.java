package dev.candor.telemetry.core.internal.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who reads what when several processes share a spool. */
class ClaimTest {

    private final TurnedTime time = new TurnedTime();
    private final MemoryFs disk = new MemoryFs(time);
    private final Random random = new Random(1);

    private SpoolProcess process() {
        return new SpoolProcess(disk, time, SpoolHarness.limits());
    }

    private List<TestEvent> events(long first, int count) {
        return SpoolProcess.events(first, count, time.wallMillis(), random);
    }

    @Test
    void peek_twoLiveReaders_neverBothSeeAFrame() {
        for (int i = 0; i < 20; i++) {
            SpoolProcess.command(disk, time, SpoolHarness.limits(), events(i * 10L, 10));
        }
        SpoolProcess one = process();
        SpoolProcess two = process();

        List<Frame> seenByOne = one.look(1_000);
        time.pass(Duration.ofMinutes(5));
        List<Frame> seenByTwo = two.look(1_000);

        assertThat(seenByOne).hasSize(200);
        assertThat(seenByTwo).isEmpty();
    }

    @Test
    void claim_commandKilledBetweenLinkAndUnlink_deliversOnce() {
        String open = Identity.id(time.wallMillis() - 1, 1, 7) + SegmentName.OPEN;
        SpoolProcess.command(disk, time, SpoolHarness.limits(), events(0, 10));
        disk.link("tail-0.seg", open);

        List<Frame> delivered = new ArrayList<>(process().deliverAll());
        time.pass(Duration.ofMinutes(5));
        delivered.addAll(process().deliverAll());

        assertThat(SpoolHarness.counts(delivered))
                .hasSize(10)
                .allSatisfy((number, times) -> assertThat(times).isEqualTo(1));
        assertThat(disk.files()).noneMatch(SegmentName::isSegment);
    }

    @Test
    void claim_killedCommandsTwoNamesBothAbandoned_deliversOnce() {
        String open = Identity.id(time.wallMillis() - 1, 1, 7) + SegmentName.OPEN;
        SpoolProcess.command(disk, time, SpoolHarness.limits(), events(0, 10));
        disk.link("tail-0.seg", open);
        SpoolProcess.command(disk, time, SpoolHarness.limits(), events(10, 10));
        time.pass(Duration.ofMinutes(5));

        List<Frame> delivered = process().deliverAll();

        assertThat(SpoolHarness.counts(delivered))
                .hasSize(20)
                .allSatisfy((number, times) -> assertThat(times).isEqualTo(1));
        assertThat(disk.files()).noneMatch(SegmentName::isSegment);
    }

    @Test
    void claim_readerKilled_isTakenOverAtOnce() {
        SpoolProcess.command(disk, time, SpoolHarness.limits(), events(0, 30));
        SpoolProcess one = process();
        one.deliver(10);
        one.look(10);
        one.kill();

        List<Frame> rest = process().deliverAll();

        assertThat(SpoolHarness.numbers(rest)).hasSize(20).startsWith(10L).endsWith(29L);
    }

    @Test
    void claim_ofAStoppedProcess_isLeftToIt() {
        SpoolProcess.command(disk, time, SpoolHarness.limits(), events(0, 30));
        SpoolProcess stopped = process();
        stopped.look(10);

        time.pass(Duration.ofHours(3));

        assertThat(process().deliverAll()).isEmpty();
        assertThat(stopped.deliverAll()).hasSize(30);
    }

    @Test
    void claim_withoutLocks_lastsAsLongAsItsDateIsRenewed() {
        SpoolProcess.command(disk, time, SpoolHarness.limits(), events(0, 30));
        Store one = lockless();
        RouteReader reader = one.reader(TestEvent.A);
        reader.peek(10, 1 << 20);
        Store two = lockless();
        RouteReader other = two.reader(TestEvent.A);
        time.pass(Duration.ofHours(1));
        assertThat(other.peek(10, 1 << 20)).isEmpty();

        time.pass(Duration.ofHours(25));

        assertThat(other.peek(100, 1 << 20)).hasSize(30);
    }

    private Store lockless() {
        FaultyFs fs = new FaultyFs(disk.view());
        fs.faults((operation, name) -> {
            if (operation == FaultyFs.Operation.LOCK) {
                throw new IOException("No locks available");
            }
            return -1;
        });
        return new Store(SpoolOptions.of(SpoolMode.SERVER, null).withTime(time), fs);
    }

    @Test
    void openSegment_writerKilled_isTakenOverAtOnce() {
        SpoolProcess writer = process();
        writer.append(events(0, 30));
        writer.kill();

        assertThat(process().deliverAll()).hasSize(30);
    }

    @Test
    void openSegment_ofAQuietCommand_isTakenOverAfterTheLeaseAndNothingIsLost() {
        CommandSpool command =
                new CommandSpool(SpoolOptions.of(SpoolMode.COMMAND, null).withTime(time), disk.view());
        command.append(TestEvent.of(1));
        SpoolProcess reader = process();
        time.pass(Duration.ofSeconds(20));
        assertThat(reader.deliverAll()).isEmpty();
        time.pass(Duration.ofSeconds(20));
        List<Frame> delivered = new ArrayList<>(reader.deliverAll());
        assertThat(SpoolHarness.numbers(delivered)).containsExactly(1L);

        command.append(TestEvent.of(2));
        command.close(SpoolHarness.SOON);

        time.pass(Duration.ofMinutes(1));
        delivered.addAll(reader.deliverAll());
        assertThat(SpoolHarness.numbers(delivered)).containsExactly(1L, 2L);
    }

    @ParameterizedTest
    @EnumSource(
            value = SpoolMode.class,
            names = {"COMMAND", "SERVER"})
    void openSegment_takenAwayAndFinishedDuringAnAppend_isWrittenAgain(SpoolMode mode) {
        MemoryFsView view = disk.view();
        FaultyFs fs = new FaultyFs(view);
        SpoolOptions options = SpoolOptions.of(mode, null).withTime(time);
        Spool spool = mode == SpoolMode.COMMAND ? new CommandSpool(options, fs) : new RingSpool(options, fs);
        spool.append(TestEvent.of(1));
        assertThat(spool.sync(SpoolHarness.SOON)).isTrue();
        List<Frame> delivered = new ArrayList<>();
        fs.faults((operation, name) -> {
            if (operation == FaultyFs.Operation.WRITE) {
                // Between the writer's look and its write somebody takes the segment, sends it and deletes it.
                fs.heal();
                view.rename(name, name.replace(SegmentName.OPEN, SegmentName.FREE));
                delivered.addAll(process().deliverAll());
            }
            return -1;
        });

        spool.append(TestEvent.of(2));
        spool.close(SpoolHarness.SOON);

        assertThat(SpoolHarness.numbers(delivered)).containsExactly(1L);
        assertThat(SpoolHarness.numbers(process().deliverAll())).containsExactly(2L);
    }

    @Test
    void segment_onlyOthersWantTheRest_goesBackToThem() {
        List<TestEvent> both = new ArrayList<>();
        for (TestEvent event : events(0, 10)) {
            both.add(event.to(TestEvent.A, TestEvent.B));
        }
        SpoolProcess.command(disk, time, SpoolHarness.limits(), both);
        SpoolProcess onlyA = process();
        assertThat(onlyA.deliverAll()).hasSize(10);
        time.pass(Duration.ofSeconds(20));
        onlyA.deliverAll();

        Store onlyB = new Store(SpoolOptions.of(SpoolMode.SERVER, null).withTime(time), disk.view());
        assertThat(onlyB.reader(TestEvent.B).peek(100, 1 << 20)).hasSize(10);
    }

    @Test
    void merging_killedBetweenRenameAndDelete_deliversEachEventOnce() {
        for (int i = 0; i < 8; i++) {
            SpoolProcess one = process();
            one.append(events(i * 10L, 10));
            one.close();
        }
        MemoryFsView view = disk.view();
        FaultyFs fs = new FaultyFs(view);
        fs.faults((operation, name) -> {
            if (operation == FaultyFs.Operation.SYNC_DIRECTORY) {
                disk.kill(view);
            }
            return -1;
        });
        Store merger = new Store(SpoolOptions.of(SpoolMode.SERVER, null).withTime(time), fs);
        merger.reader(TestEvent.A).peek(1, 1 << 20);
        assertThat(disk.files().stream().filter(SegmentName::isSegment)).hasSize(9);

        List<Frame> delivered = process().deliverAll();

        assertThat(SpoolHarness.counts(delivered))
                .hasSize(80)
                .allSatisfy((number, times) -> assertThat(times).isEqualTo(1));
    }

    @Test
    void lock_ofOneProcess_isNeverProbedByItself() throws IOException {
        MemoryFsView view = disk.view();
        Store first = new Store(SpoolOptions.of(SpoolMode.SERVER, null).withTime(time), view);
        first.reader(TestEvent.A).peek(1, 1);
        List<String> locks = disk.files().stream().filter(SegmentName::isLock).toList();
        FaultyFs watched = new FaultyFs(view);
        List<String> probed = new ArrayList<>();
        watched.faults((operation, name) -> {
            if (operation == FaultyFs.Operation.LOCK) {
                probed.add(name);
            }
            return -1;
        });

        Store second = new Store(SpoolOptions.of(SpoolMode.SERVER, null).withTime(time), watched);
        second.reader(TestEvent.A).peek(1, 1);

        assertThat(locks).hasSize(1);
        assertThat(probed).doesNotContainAnyElementsOf(locks);
    }

    @Test
    void localLock_heldByThisProcess_isNotGivenTwice(@org.junit.jupiter.api.io.TempDir java.nio.file.Path home)
            throws IOException {
        LocalFs fs = new LocalFs(home.toFile());

        try (Closeable lock = fs.lock("x.lk")) {
            assertThat(lock).isNotNull();
            assertThat(fs.lock("x.lk")).isNull();
        }
    }
}
