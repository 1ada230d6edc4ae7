package dev.candor.telemetry.core.internal.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a spool may take of the disk. */
class CapsTest extends SpoolHarness {

    @Test
    void shortCommands_aHundredThousandOffline_stayWithinTheCapsAndAllArrive() {
        MemoryFs disk = new MemoryFs(time);
        int commands = 100_000;
        int mostFiles = 0;
        long mostBytes = 0;
        for (int i = 0; i < commands; i++) {
            SpoolProcess.command(disk, time, limits(), List.of(new CommandEvent(i, time.wallMillis())));
            time.pass(Duration.ofMillis(200));
            if (i % 100 == 0) {
                mostFiles = Math.max(mostFiles, disk.files().size());
                mostBytes = Math.max(
                        mostBytes, Occupancy.of(disk.view(), disk.files()).bytes());
            }
        }

        SpoolProcess later = new SpoolProcess(disk, time, limits());
        List<Frame> delivered = deliverEverything(later);

        BitSet seen = new BitSet();
        delivered.forEach(frame -> seen.set(CommandEvent.numberOf(frame)));
        assertThat(seen.cardinality()).isEqualTo(commands);
        assertThat(delivered)
                .hasSize(commands)
                .allMatch(frame -> new CommandEvent(CommandEvent.numberOf(frame), frame.timeMillis())
                        .frame()
                        .equals(frame));
        assertThat(later.state().routes().get(TestEvent.A).balances()).isTrue();
        assertThat(mostFiles).isLessThan(limits().segments());
        assertThat(mostBytes).isLessThan(limits().bytes());
        Soak.report(
                "100,000 short commands offline, one event each, in process",
                mostFiles + " files and " + mostBytes + " bytes at most, all delivered once");
    }

    /** A process takes a part of what is there at a time. */
    private List<Frame> deliverEverything(SpoolProcess process) {
        List<Frame> all = new ArrayList<>();
        for (List<Frame> some = process.deliverAll(); !some.isEmpty(); some = process.deliverAll()) {
            all.addAll(some);
            time.pass(Duration.ofSeconds(11));
        }
        return all;
    }

    @Test
    void smallSegments_manyOfThem_areMergedByTheReader() {
        MemoryFs disk = new MemoryFs(time);
        int segments = 3_000;
        for (int i = 0; i < segments; i++) {
            SpoolProcess one = new SpoolProcess(disk, time, limits());
            one.append(List.of(TestEvent.of(i).at(time.wallMillis())));
            one.close();
        }
        SpoolProcess reader = new SpoolProcess(disk, time, limits());

        List<Frame> first = reader.look(1);
        assertThat(first).hasSize(1);
        assertThat(disk.files().size()).isLessThan(20);

        assertThat(counts(reader.deliverAll())).hasSize(segments);
    }

    @Test
    void segments_overTheirNumber_evictsTheOldest() {
        MemoryFs disk = new MemoryFs(time);
        SpoolOptions.Limits few = new SpoolOptions.Limits(
                10 << 20, Duration.ofDays(7), 5, 1_000, Duration.ofSeconds(30), 1 << 20, 64, Duration.ofSeconds(30));
        SpoolProcess writer = new SpoolProcess(disk, time, few);
        for (int i = 0; i < 200; i++) {
            writer.append(List.of(TestEvent.of(i).at(time.wallMillis())));
            // Not faster than segments of the usual size allow.
            time.pass(Duration.ofMillis(500));
        }

        SpoolState state = writer.state();
        writer.close();

        assertThat(state.segments()).isLessThanOrEqualTo(6);
        long dropped = state.dropped().get(DropReason.TOO_MANY_SEGMENTS);
        List<Long> rest = numbers(deliverEverything(new SpoolProcess(disk, time, few)));
        assertThat(rest).hasSize((int) (200 - dropped)).startsWith(dropped).endsWith(199L);
    }

    @Test
    void bytes_overTheirNumber_evictsTheOldestAlsoWithoutAReader() {
        MemoryFs disk = new MemoryFs(time);
        SpoolOptions.Limits small = new SpoolOptions.Limits(
                50_000, Duration.ofDays(7), 1_000, 5_000, Duration.ofSeconds(30), 1 << 20, 64, Duration.ofSeconds(30));
        Random random = new Random(2);
        List<Long> sizes = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            SpoolProcess.command(disk, time, small, SpoolProcess.events(i, 1, time.wallMillis(), random));
            sizes.add(Occupancy.of(disk.view(), disk.files()).bytes());
            time.pass(Duration.ofSeconds(1));
        }

        List<Long> rest = numbers(deliverEverything(new SpoolProcess(disk, time, small)));

        assertThat(sizes).allMatch(size -> size < 50_000 + 2 * 5_000);
        assertThat(rest).hasSizeBetween(300, 700).endsWith(1_999L).isSorted();
        assertThat(rest.get(rest.size() - 1) - rest.get(0)).isEqualTo(rest.size() - 1);
    }

    @Test
    void outage_hundredThousandEventsASecondWithAReader_staysNearTheCap() {
        MemoryFs disk = new MemoryFs(time);
        SpoolProcess server = new SpoolProcess(disk, time, limits());
        server.look(10);
        long mostBytes = 0;
        for (int i = 0; i < 200_000; i += 500) {
            server.append(SpoolProcess.events(i, 500, time.wallMillis(), new Random(i)));
            time.pass(Duration.ofMillis(5));
            mostBytes =
                    Math.max(mostBytes, Occupancy.of(disk.view(), disk.files()).bytes());
        }

        SpoolState.Route route = server.state().routes().get(TestEvent.A);
        // Four times the usual: what is full within a second is followed by a larger segment.
        assertThat(mostBytes).isLessThan(limits().bytes() + 2L * 4 * limits().segmentBytes());
        assertThat(route.waiting() + route.droppedTotal()).isEqualTo(200_000);
        assertThat(route.droppedTotal()).isPositive();
        Soak.report(
                "200,000 events in two seconds with a reader that delivers none, virtual clock",
                mostBytes + " bytes at most; " + route.waiting() + " waiting + " + route.droppedTotal() + " dropped");
    }

    @Test
    void outage_aDayAtTenEventsASecond_countsExactly() {
        MemoryFs disk = new MemoryFs(time);
        SpoolProcess server = new SpoolProcess(disk, time, limits());
        int events = 24 * 3_600 * 10;
        long mostBytes = 0;
        for (int i = 0; i < events; i += 100) {
            server.append(SpoolProcess.events(i, 100, time.wallMillis(), new Random(i)));
            time.pass(Duration.ofSeconds(10));
            server.rest();
            if (i % 10_000 == 0) {
                server.look(10);
                mostBytes = Math.max(
                        mostBytes, Occupancy.of(disk.view(), disk.files()).bytes());
            }
        }

        List<Frame> delivered = server.deliverAll();

        SpoolState state = server.state();
        SpoolState.Route route = state.routes().get(TestEvent.A);
        assertThat(route.accepted()).isEqualTo(events);
        assertThat(route.delivered() + route.droppedTotal()).isEqualTo(events);
        assertThat(route.dropped()).containsOnlyKeys(DropReason.TOO_MANY_BYTES);
        assertThat(mostBytes).isLessThan(limits().bytes() + 2 * limits().segmentBytes());
        assertThat(numbers(delivered)).isSorted().endsWith(events - 1L);
        Soak.report(
                "24 h outage at 10 events a second, virtual clock",
                mostBytes + " bytes at most; accepted " + route.accepted() + " = delivered " + route.delivered()
                        + " + dropped " + route.droppedTotal());
    }
}
