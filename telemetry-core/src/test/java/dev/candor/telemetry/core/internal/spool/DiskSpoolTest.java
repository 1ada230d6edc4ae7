package dev.candor.telemetry.core.internal.spool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Purpose;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DiskSpoolTest extends SpoolHarness {

    @Test
    void open_nothingAppended_touchesNoFile() {
        Spool spool = open(SpoolMode.COMMAND);

        spool.close(SOON);

        assertThat(home).isEmptyDirectory();
    }

    @ParameterizedTest
    @EnumSource(
            value = SpoolMode.class,
            names = {"COMMAND", "SERVER"})
    void close_thenOpenAgain_deliversInOrder(SpoolMode mode) {
        Spool writer = open(mode);
        for (int i = 0; i < 250; i++) {
            assertThat(writer.append(TestEvent.of(i))).isTrue();
        }
        writer.close(SOON);

        List<Frame> delivered = drain(open(mode).reader(TestEvent.A));

        assertThat(numbers(delivered))
                .isEqualTo(LongStream.range(0, 250).boxed().toList());
    }

    @ParameterizedTest
    @EnumSource(SpoolMode.class)
    void peek_sameProcess_seesFramesAsTheyCome(SpoolMode mode) throws InterruptedException {
        Spool spool = open(mode);
        RouteReader reader = spool.reader(TestEvent.A);

        for (int i = 0; i < 1_000; i++) {
            spool.append(TestEvent.of(i));
        }

        List<Frame> delivered = drain(reader);
        while (delivered.size() < 1_000 && reader.await(SOON)) {
            delivered.addAll(drain(reader));
        }
        assertThat(numbers(delivered))
                .isEqualTo(LongStream.range(0, 1_000).boxed().toList());
        assertThat(spool.state().routes().get(TestEvent.A).delivered()).isEqualTo(1_000);
    }

    @Test
    void peek_notSettled_comesAgain() {
        Spool spool = open(SpoolMode.COMMAND);
        RouteReader reader = spool.reader(TestEvent.A);
        for (int i = 0; i < 10; i++) {
            spool.append(TestEvent.of(i));
        }

        List<Frame> first = reader.peek(4, 1 << 20);
        List<Frame> again = reader.peek(4, 1 << 20);
        reader.settle(3);
        List<Frame> rest = drain(reader);

        assertThat(again).isEqualTo(first);
        assertThat(numbers(rest)).containsExactly(3L, 4L, 5L, 6L, 7L, 8L, 9L);
    }

    @Test
    void peek_byteLimit_largerFirstFrameComesAlone() {
        Spool spool = open(SpoolMode.COMMAND);
        RouteReader reader = spool.reader(TestEvent.A);
        spool.append(TestEvent.of(1).sized(200_000));
        spool.append(TestEvent.of(2).sized(600));
        spool.append(TestEvent.of(3).sized(600));

        assertThat(numbers(reader.peek(10, 1_000))).containsExactly(1L);
        reader.settle(1);
        assertThat(numbers(reader.peek(10, 1_000))).containsExactly(2L);
        assertThat(numbers(reader.peek(10, 1_200))).containsExactly(2L, 3L);
    }

    @Test
    void append_overTheFrameLimit_isRefusedAndCounted() {
        Spool spool = open(SpoolMode.COMMAND);

        boolean taken = spool.append(TestEvent.of(1).sized(FrameFormat.MAX_FRAME));

        assertThat(taken).isFalse();
        assertThat(spool.state().refused()).containsEntry(DropReason.TOO_LARGE, 1L);
        assertThat(spool.state().accepted()).isZero();
    }

    @Test
    void append_payloadThrows_isRefusedAndLeavesTheRestWhole() {
        Spool spool = open(SpoolMode.COMMAND);
        spool.append(TestEvent.of(1));
        Outgoing broken = new BrokenEvent();

        boolean taken = spool.append(broken);
        spool.append(TestEvent.of(2));

        assertThat(taken).isFalse();
        assertThat(numbers(drain(spool.reader(TestEvent.A)))).containsExactly(1L, 2L);
    }

    @Test
    void settle_otherDestinationSlow_keepsItsFramesOnly() {
        Spool spool = open(SpoolMode.COMMAND);
        RouteReader a = spool.reader(TestEvent.A);
        RouteReader b = spool.reader(TestEvent.B);
        spool.append(TestEvent.of(1).to(TestEvent.A, TestEvent.B));
        spool.append(TestEvent.of(2).to(TestEvent.A));
        spool.append(TestEvent.of(3).to(TestEvent.B));

        assertThat(numbers(drain(a))).containsExactly(1L, 2L);
        assertThat(a.waiting()).isZero();
        assertThat(numbers(drain(b))).containsExactly(1L, 3L);
    }

    @Test
    void reader_secondOneOfADestinationClosed_leavesTheFirstAtWork() {
        Spool spool = open(SpoolMode.COMMAND);
        RouteReader worker = spool.reader(TestEvent.A);
        spool.append(TestEvent.of(1));
        assertThat(worker.peek(10, 1 << 20)).hasSize(1);

        RouteReader looker = spool.reader(TestEvent.A);
        assertThat(looker.peek(10, 1 << 20)).hasSize(1);
        looker.close();
        worker.settle(1);
        spool.append(TestEvent.of(2));

        assertThat(numbers(drain(worker))).containsExactly(2L);
    }

    @Test
    void backlog_oneDestinationStuck_othersGetEverySegment() {
        SpoolOptions.Limits usual = limits();
        SpoolOptions.Limits small = new SpoolOptions.Limits(
                usual.bytes(),
                usual.age(),
                usual.segments(),
                2_000,
                usual.segmentAge(),
                usual.memoryBytes(),
                usual.ring(),
                usual.lease());
        Spool writer = open(SpoolMode.COMMAND, options -> options.withLimits(small));
        for (int i = 0; i < 1_000; i++) {
            writer.append(TestEvent.of(i).to(TestEvent.A, TestEvent.B));
        }
        writer.close(SOON);
        Spool spool = open(SpoolMode.COMMAND, options -> options.withLimits(small));
        RouteReader stuck = spool.reader(TestEvent.A);
        RouteReader well = spool.reader(TestEvent.B);

        assertThat(stuck.peek(100, 1 << 20)).hasSize(100);

        assertThat(drain(well)).hasSize(1_000);
        assertThat(stuck.waiting()).isEqualTo(1_000);
    }

    @Test
    void reader_destinationOfAnotherProject_seesNothingOfIt() {
        Spool writer = open(SpoolMode.COMMAND);
        writer.append(TestEvent.of(1).to(TestEvent.A));
        writer.append(TestEvent.of(2).to(TestEvent.A, TestEvent.B));
        writer.close(SOON);

        Spool projectB = open(SpoolMode.COMMAND);
        assertThat(numbers(drain(projectB.reader(TestEvent.B)))).containsExactly(2L);
        projectB.close(SOON);
        Spool projectA = open(SpoolMode.COMMAND);
        assertThat(numbers(drain(projectA.reader(TestEvent.A)))).containsExactly(1L, 2L);
        projectA.close(SOON);

        assertThat(files()).isEmpty();
    }

    @Test
    void cursor_closeInTheMiddle_nextProcessGoesOnThere() {
        Spool first = open(SpoolMode.COMMAND);
        for (int i = 0; i < 20; i++) {
            first.append(TestEvent.of(i));
        }
        RouteReader reader = first.reader(TestEvent.A);
        reader.peek(7, 1 << 20);
        reader.settle(7);
        first.close(SOON);

        List<Frame> rest = drain(open(SpoolMode.COMMAND).reader(TestEvent.A));

        assertThat(numbers(rest)).isEqualTo(LongStream.range(7, 20).boxed().toList());
    }

    @Test
    void discard_rejectedByTheDestination_isCountedAndGone() {
        Spool spool = open(SpoolMode.COMMAND);
        RouteReader reader = spool.reader(TestEvent.A);
        spool.append(TestEvent.of(1));
        spool.append(TestEvent.of(2));

        reader.peek(10, 1 << 20);
        reader.discard(1, DropReason.REJECTED);

        assertThat(numbers(drain(reader))).containsExactly(2L);
        assertThat(spool.state().dropped()).containsEntry(DropReason.REJECTED, 1L);
    }

    @Test
    void files_writtenAndRead_areForThisUserOnly() throws IOException {
        Spool spool = open(SpoolMode.COMMAND);
        RouteReader reader = spool.reader(TestEvent.A);
        spool.append(TestEvent.of(1));
        spool.append(TestEvent.of(2));
        reader.peek(1, 1 << 20);
        reader.settle(1);

        Path directory = directory().toPath();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
                .isEqualTo("rwx------");
        assertThat(files()).hasSize(3);
        for (String name : files()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(name))))
                    .as(name)
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void age_olderThanTheLimit_isDroppedAndCounted() {
        Spool writer = open(SpoolMode.COMMAND);
        writer.append(TestEvent.of(1).at(time.wallMillis()));
        time.pass(Duration.ofDays(6));
        writer.append(TestEvent.of(2).at(time.wallMillis()));
        writer.close(SOON);
        time.pass(Duration.ofDays(2));

        Spool spool = open(SpoolMode.COMMAND);
        List<Frame> delivered = drain(spool.reader(TestEvent.A));

        assertThat(numbers(delivered)).containsExactly(2L);
        assertThat(spool.state().dropped()).containsEntry(DropReason.TOO_OLD, 1L);
    }

    @Test
    void append_afterClose_isRefused() {
        for (SpoolMode mode : SpoolMode.values()) {
            Spool spool = open(mode);
            spool.close(SOON);

            assertThat(spool.append(TestEvent.of(1))).as("%s", mode).isFalse();
            assertThat(spool.state().refused()).containsEntry(DropReason.CLOSED, 1L);
        }
    }

    private static final class BrokenEvent implements Outgoing {
        @Override
        public long idHigh() {
            return 0x7000;
        }

        @Override
        public long idLow() {
            return 1;
        }

        @Override
        public Purpose purpose() {
            return Purpose.USAGE;
        }

        @Override
        public long[] destinations() {
            return new long[] {TestEvent.A};
        }

        @Override
        public void writePayload(PayloadBuffer out) {
            out.putString("half of it");
            throw new IllegalStateException("as an application's toString might");
        }
    }

    @Test
    void look_whileAnotherProcessHoldsEverything_seesItAndChangesNothing() {
        Spool server = open(SpoolMode.SERVER);
        RouteReader reader = server.reader(TestEvent.A);
        for (int i = 0; i < 10; i++) {
            server.append(TestEvent.of(i));
        }
        assertThat(server.sync(SOON)).isTrue();
        assertThat(reader.peek(3, 1 << 20)).hasSize(3);
        reader.settle(3);
        List<String> before = files();
        Spool onlooker = open(SpoolMode.COMMAND);

        List<Frame> seen = onlooker.look(TestEvent.A, 5, 1 << 20);

        assertThat(numbers(seen)).containsExactly(3L, 4L, 5L, 6L, 7L);
        assertThat(onlooker.look(TestEvent.B, 5, 1 << 20)).isEmpty();
        assertThat(new Onlooker(onlooker, TestEvent.A).waiting()).isEqualTo(7);
        assertThat(files()).isEqualTo(before);
        assertThat(numbers(drain(reader))).containsExactly(3L, 4L, 5L, 6L, 7L, 8L, 9L);
    }

    @Test
    void look_memory_seesWhatWaits() {
        Spool spool = open(SpoolMode.MEMORY);
        spool.append(TestEvent.of(1));
        spool.append(TestEvent.of(2));

        assertThat(numbers(spool.look(TestEvent.A, 1, 1 << 20))).containsExactly(1L);
        assertThat(numbers(drain(spool.reader(TestEvent.A)))).containsExactly(1L, 2L);
    }
}
