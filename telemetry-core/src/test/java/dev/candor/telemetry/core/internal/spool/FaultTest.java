package dev.candor.telemetry.core.internal.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each operation on the directory fails: once at each place, or from some moment on until the disk is well again. */
class FaultTest extends SpoolHarness {

    private static final Logger LOG = Logger.getLogger("dev.candor.telemetry.spool");

    private static final int LEFT_BEFORE = 10;
    private static final int EVENTS = 60;

    @BeforeAll
    static void quiet() {
        LOG.setLevel(Level.OFF);
    }

    @AfterAll
    static void loud() {
        LOG.setLevel(null);
    }

    @ParameterizedTest
    @EnumSource(FaultyFs.Operation.class)
    void operation_failsOnceAtEachPlace_losesNothing(FaultyFs.Operation operation) {
        int places = 0;
        boolean reached = true;
        for (int place = 0; reached && place < 200; place++) {
            MemoryFs disk = new MemoryFs(time);
            FaultyFs fs = new FaultyFs(disk.view());
            for (int i = 0; i < LEFT_BEFORE; i += 2) {
                leaveSomething(disk, i);
            }
            AtomicInteger seen = new AtomicInteger();
            int target = place;
            fs.faults((next, name) -> {
                if (next == operation && seen.getAndIncrement() == target) {
                    if (operation == FaultyFs.Operation.WRITE) {
                        return target * 7 % 60;
                    }
                    throw new IOException("Input/output error");
                }
                return -1;
            });

            Set<Long> delivered = liveAndDie(disk, fs);

            assertThat(delivered).as("%s failing at place %d", operation, place).hasSize(EVENTS);
            reached = seen.get() > target;
            places += reached ? 1 : 0;
        }
        Soak.report(operation + " fails once (EIO, EXDEV, EMFILE, short write)", places + " places, 0 events lost");
    }

    /** A server that writes and reads, then a command, then somebody who reads all that is left. */
    private Set<Long> liveAndDie(MemoryFs disk, FaultyFs fs) {
        Set<Long> delivered = new HashSet<>();
        SpoolOptions options = SpoolOptions.of(SpoolMode.SERVER, null).withTime(time);
        Store server = new Store(options, fs);
        RouteReader reader = server.reader(TestEvent.A);
        for (int i = LEFT_BEFORE; i < EVENTS / 2; i++) {
            Group group = new Group();
            group.add(TestEvent.of(i));
            server.write(group);
            time.pass(Duration.ofMillis(700));
            server.sync();
            server.settleDown();
            if (i % 5 == 4) {
                settle(reader, 3, delivered);
            }
        }
        assertBalanced(server);
        server.close();
        assertBalanced(server);
        for (int first = EVENTS / 2; first < EVENTS; first += 10) {
            CommandSpool command = new CommandSpool(options(SpoolMode.COMMAND), fs);
            for (int i = first; i < first + 10; i++) {
                assertThat(command.append(TestEvent.of(i))).isTrue();
                time.pass(Duration.ofMillis(300));
            }
            command.close(SOON);
            assertBalanced(command);
        }
        fs.heal();
        time.pass(Duration.ofMinutes(1));
        Store last = new Store(options, disk.view());
        RouteReader rest = last.reader(TestEvent.A);
        while (settle(rest, 100, delivered)) {
            time.pass(Duration.ofSeconds(11));
        }
        assertBalanced(last);
        return delivered;
    }

    private void leaveSomething(MemoryFs disk, int first) {
        SpoolProcess before = new SpoolProcess(disk, time, limits());
        before.append(List.of(TestEvent.of(first), TestEvent.of(first + 1)));
        before.close();
    }

    private SpoolOptions options(SpoolMode mode) {
        return SpoolOptions.of(mode, null).withTime(time);
    }

    private static boolean settle(RouteReader reader, int count, Set<Long> delivered) {
        List<Frame> frames = reader.peek(count, 1 << 20);
        for (Frame frame : frames) {
            assertThat(TestEvent.isIntact(frame)).isTrue();
            delivered.add(frame.idLow());
        }
        reader.settle(frames.size());
        return !frames.isEmpty();
    }

    private static void assertBalanced(Store store) {
        store.state(0, new Tally())
                .routes()
                .values()
                .forEach(route -> assertThat(route.balances()).as("%s", route).isTrue());
    }

    @ParameterizedTest
    @EnumSource(
            value = SpoolMode.class,
            names = {"COMMAND", "SERVER"})
    void disk_fullForAWhile_countsExactlyAndGoesOn(SpoolMode mode) throws InterruptedException {
        MemoryFs disk = new MemoryFs(time);
        FaultyFs fs = new FaultyFs(disk.view());
        Spool spool = open(mode, fs, options -> options);
        RouteReader reader = spool.reader(TestEvent.A);
        List<Frame> delivered = new ArrayList<>();
        spool.append(TestEvent.of(0));
        drainUntil(reader, delivered, 1);

        fs.faults((operation, name) -> operation == FaultyFs.Operation.WRITE ? 0 : -1);
        for (int i = 1; i < 50; i++) {
            assertThat(spool.append(TestEvent.of(i))).isTrue();
        }
        drainUntil(reader, delivered, 25);
        fs.heal();
        time.pass(Duration.ofSeconds(2));
        for (int i = 50; i < 100; i++) {
            assertThat(spool.append(TestEvent.of(i))).isTrue();
        }
        drainUntil(reader, delivered, 100);

        assertThat(counts(delivered)).hasSize(100);
        assertThat(spool.state().trouble()).isEmpty();
        assertThat(spool.state().mode()).isEqualTo(mode);
    }

    private static void drainUntil(RouteReader reader, List<Frame> delivered, int count) throws InterruptedException {
        delivered.addAll(drain(reader));
        while (delivered.size() < count && reader.await(SOON)) {
            delivered.addAll(drain(reader));
        }
    }

    @Test
    void disk_fullForGood_evictsTheOldestFromMemoryAndCounts() {
        FaultyFs fs = new FaultyFs(new MemoryFs(time).view());
        fs.faults((operation, name) -> operation == FaultyFs.Operation.WRITE ? 0 : -1);
        SpoolOptions.Limits usual = limits();
        Spool spool = open(
                SpoolMode.COMMAND,
                fs,
                options -> options.withLimits(new SpoolOptions.Limits(
                        usual.bytes(),
                        usual.age(),
                        usual.segments(),
                        usual.segmentBytes(),
                        usual.segmentAge(),
                        10_000,
                        usual.ring(),
                        usual.lease())));
        for (int i = 0; i < 100; i++) {
            assertThat(spool.append(TestEvent.of(i))).isTrue();
        }

        List<Long> delivered = numbers(drain(spool.reader(TestEvent.A)));

        assertThat(delivered).hasSize(50).startsWith(50L).endsWith(99L);
        assertThat(spool.state().dropped()).containsEntry(DropReason.DISK_FULL, 50L);
        assertThat(spool.state().mode()).isEqualTo(SpoolMode.MEMORY);
        assertThat(spool.state().trouble()).isNotEmpty();
    }
}
