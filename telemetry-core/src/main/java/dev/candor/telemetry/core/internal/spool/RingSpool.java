package dev.candor.telemetry.core.internal.spool;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.internal.threads.DaemonThreads;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** For long-running programs: callers offer to a ring, one daemon thread empties it into the store. */
final class RingSpool implements Spool {

    private static final Duration DURABLE_WAIT = Duration.ofSeconds(5);

    private final Ring ring;
    private final Store store;
    private final Tally refused = new Tally();
    private final RingWriter writer;

    RingSpool(SpoolOptions options, @Nullable SpoolFs fs) {
        this(options, fs, new DaemonThreads());
    }

    RingSpool(SpoolOptions options, @Nullable SpoolFs fs, DaemonThreads threads) {
        this.ring = new Ring(options.limits().ring());
        this.store = new Store(options, fs);
        this.writer = new RingWriter(ring, store, options.limits().ring(), threads);
    }

    @Override
    public boolean append(Outgoing outgoing, boolean durable) {
        long position = ring.offer(outgoing);
        if (position < 0) {
            refused.add(position == Ring.FULL ? DropReason.RING_FULL : DropReason.CLOSED, 1);
            return false;
        }
        writer.wake(position);
        if (durable) {
            writer.sync(DURABLE_WAIT);
        }
        return true;
    }

    @Override
    public long accepted() {
        return ring.offered();
    }

    @Override
    public RouteReader reader(long destination) {
        return store.reader(destination);
    }

    @Override
    public List<Frame> look(long destination, int maxFrames, int maxBytes) {
        return writer.whileIdle(() -> store.look(destination, maxFrames, maxBytes));
    }

    @Override
    public SpoolState state() {
        return writer.whileIdle(() -> store.state(ring.offered(), refused));
    }

    @Override
    public void purge(Set<Purpose> purposes) {
        writer.whileIdle(() -> {
            store.purge(purposes);
            return true;
        });
    }

    @Override
    public boolean sync(Duration atMost) {
        return writer.sync(atMost);
    }

    @Override
    public boolean close(Duration atMost) {
        ring.close();
        return writer.close(atMost);
    }
}
