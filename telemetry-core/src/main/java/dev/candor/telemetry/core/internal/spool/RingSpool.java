package dev.candor.telemetry.core.internal.spool;

import dev.candor.telemetry.Purpose;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A spool in memory: callers offer to a ring, readers empty it into the store. */
final class RingSpool implements Spool {

    private final SpoolOptions options;
    private final Ring ring;
    private final Accounts accounts = new Accounts();
    private final MemoryStore store;
    private final Tally refused = new Tally();
    private final Object lock = new Object();
    private final PayloadBuffer buffer = new PayloadBuffer();
    private volatile boolean closed;

    RingSpool(SpoolOptions options) {
        this.options = options;
        this.ring = new Ring(options.limits().ring());
        this.store = new MemoryStore(options.limits().memoryBytes(), accounts);
    }

    @Override
    public boolean append(Outgoing outgoing, boolean durable) {
        if (closed) {
            refused.add(DropReason.CLOSED, 1);
            return false;
        }
        if (ring.offer(outgoing) < 0) {
            refused.add(DropReason.RING_FULL, 1);
            return false;
        }
        return true;
    }

    @Override
    public RouteReader reader(long destination) {
        return new Reader(destination);
    }

    @Override
    public SpoolState state() {
        synchronized (lock) {
            drain();
            Map<Long, SpoolState.Route> routes = new HashMap<>();
            for (long destination : accounts.destinations()) {
                routes.put(destination, accounts.of(destination).route(store.waiting(destination)));
            }
            Tally drops = new Tally();
            routes.values().forEach(route -> drops.addAll(route.dropped()));
            return new SpoolState(
                    options.mode(),
                    ring.offered(),
                    store.events(),
                    store.bytes(),
                    0,
                    refused.counts(),
                    drops.counts(),
                    routes,
                    "");
        }
    }

    @Override
    public void purge(Set<Purpose> purposes) {
        synchronized (lock) {
            drain();
            store.purge(purposes);
        }
    }

    @Override
    public boolean sync(Duration atMost) {
        return false;
    }

    @Override
    public void close(Duration atMost) {
        closed = true;
    }

    private void drain() {
        for (Outgoing next = ring.poll(); next != null; next = ring.poll()) {
            buffer.clear();
            for (long destination : next.destinations()) {
                accounts.of(destination).accept();
            }
            if (FrameFormat.write(next, buffer)) {
                store.add(FrameFormat.read(buffer.array(), 0), DropReason.TOO_MANY_BYTES);
            } else {
                for (long destination : next.destinations()) {
                    accounts.of(destination).drop(DropReason.TOO_LARGE, 1);
                }
            }
        }
    }

    private final class Reader implements RouteReader {
        private final long destination;
        private List<MemoryStore.Held> last = List.of();

        Reader(long destination) {
            this.destination = destination;
        }

        @Override
        public List<Frame> peek(int maxFrames, int maxBytes) {
            synchronized (lock) {
                drain();
                last = store.peek(destination, maxFrames, maxBytes);
                List<Frame> frames = new ArrayList<>(last.size());
                for (MemoryStore.Held held : last) {
                    frames.add(held.frame);
                }
                return frames;
            }
        }

        @Override
        public void settle(int count) {
            synchronized (lock) {
                accounts.of(destination).deliver(store.remove(destination, last.subList(0, count)));
                last = last.subList(count, last.size());
            }
        }

        @Override
        public void discard(int count, DropReason reason) {
            synchronized (lock) {
                accounts.of(destination).drop(reason, store.remove(destination, last.subList(0, count)));
                last = last.subList(count, last.size());
            }
        }

        @Override
        public boolean await(Duration atMost) throws InterruptedException {
            long deadline = System.nanoTime() + atMost.toNanos();
            do {
                if (waiting() > 0) {
                    return true;
                }
                Thread.sleep(Math.min(20, Math.max(1, atMost.toMillis())));
            } while (System.nanoTime() < deadline);
            return waiting() > 0;
        }

        @Override
        public long waiting() {
            synchronized (lock) {
                drain();
                return store.waiting(destination);
            }
        }

        @Override
        public void close() {
            // nothing is held
        }
    }
}
