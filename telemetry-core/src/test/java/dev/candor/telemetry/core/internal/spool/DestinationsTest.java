package dev.candor.telemetry.core.internal.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What each destination is handed, keeps and gives up, whatever the others do. */
class DestinationsTest extends SpoolHarness {

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
}
