package dev.candor.telemetry.core.internal.spool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.core.internal.threads.CallersThread;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A process on a {@link MemoryFs}, driven step by step so that a seed decides everything.
 *
 * <p>It is the store of a {@code SERVER} without its ring and thread, or a whole {@code COMMAND}.
 */
final class SpoolProcess {

    final MemoryFs disk;
    final MemoryFsView fs;
    private final SpoolOptions options;
    private final Store store;
    private final Group group = new Group();
    private RouteReader reader;

    SpoolProcess(MemoryFs disk, Time time, SpoolOptions.Limits limits) {
        this.disk = disk;
        this.fs = disk.view();
        this.options = SpoolOptions.of(SpoolMode.SERVER, null).withTime(time).withLimits(limits);
        this.store = new Store(options, fs);
    }

    void append(List<TestEvent> events) {
        group.clear();
        for (TestEvent event : events) {
            group.add(event);
        }
        store.write(group);
    }

    boolean sync() {
        store.settleDown();
        return store.sync();
    }

    void rest() {
        store.settleDown();
    }

    /** Delivers up to so many frames and returns them. */
    List<Frame> deliver(int count) {
        List<Frame> frames = reader().peek(count, 1 << 20);
        reader.settle(frames.size());
        return frames;
    }

    List<Frame> look(int count) {
        return reader().peek(count, 1 << 20);
    }

    List<Frame> deliverAll() {
        return deliverAll(100);
    }

    /** The same, so many at a time: a packed segment is expanded anew for each time. */
    List<Frame> deliverAll(int atOnce) {
        List<Frame> all = new ArrayList<>();
        for (List<Frame> some = deliver(atOnce); !some.isEmpty(); some = deliver(atOnce)) {
            all.addAll(some);
        }
        assertBalanced();
        return all;
    }

    /** Whatever a test did: each event that this process took or found is delivered, waiting, left or dropped. */
    private void assertBalanced() {
        store.routes()
                .forEach((destination, route) -> assertThat(route.balances())
                        .as("%x: %s", destination, route)
                        .isTrue());
    }

    private RouteReader reader() {
        if (reader == null) {
            reader = store.reader(TestEvent.A);
        }
        return reader;
    }

    void stopReading() {
        if (reader != null) {
            reader.close();
            reader = null;
        }
    }

    /** A short command on the same disk. */
    static void command(MemoryFs disk, Time time, SpoolOptions.Limits limits, List<? extends Outgoing> events) {
        SpoolOptions options =
                SpoolOptions.of(SpoolMode.COMMAND, null).withTime(time).withLimits(limits);
        CommandSpool spool = new CommandSpool(options, disk.view(), new CallersThread());
        for (Outgoing event : events) {
            spool.append(event);
        }
        spool.close(SpoolHarness.SOON);
    }

    void purge(java.util.Set<dev.candor.telemetry.Purpose> purposes) {
        store.purge(purposes);
    }

    SpoolState state() {
        return store.state(0, new Tally());
    }

    void close() {
        store.close();
        assertBalanced();
    }

    void kill() {
        disk.kill(fs);
    }

    static IOException noSpace() {
        return new IOException("No space left on device");
    }

    static List<TestEvent> events(long first, int count, long wallMillis, Random random) {
        List<TestEvent> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(TestEvent.of(first + i).at(wallMillis).sized(10 + random.nextInt(100)));
        }
        return events;
    }
}
