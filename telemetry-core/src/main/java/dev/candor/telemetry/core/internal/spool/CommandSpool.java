package dev.candor.telemetry.core.internal.spool;

import dev.candor.telemetry.Purpose;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** For short programs: the caller's thread writes the frame itself. */
final class CommandSpool implements Spool {

    private final Store store;
    private final Tally refused = new Tally();
    private final Group group = new Group();
    private final Object lock = new Object();
    private long accepted;
    private boolean closed;

    CommandSpool(SpoolOptions options, @Nullable SpoolFs fs) {
        this.store = new Store(options, fs);
    }

    @Override
    public boolean append(Outgoing outgoing, boolean durable) {
        synchronized (lock) {
            if (closed) {
                refused.add(DropReason.CLOSED, 1);
                return false;
            }
            group.clear();
            if (!group.add(outgoing)) {
                refused.add(DropReason.TOO_LARGE, 1);
                return false;
            }
            accepted++;
            store.write(group);
            if (durable) {
                store.sync();
            }
            return true;
        }
    }

    @Override
    public RouteReader reader(long destination) {
        return store.reader(destination);
    }

    @Override
    public SpoolState state() {
        synchronized (lock) {
            return store.state(accepted, refused);
        }
    }

    @Override
    public void purge(Set<Purpose> purposes) {
        synchronized (lock) {
            store.purge(purposes);
        }
    }

    @Override
    public boolean sync(Duration atMost) {
        synchronized (lock) {
            return store.sync();
        }
    }

    @Override
    public void close(Duration atMost) {
        synchronized (lock) {
            if (!closed) {
                closed = true;
                store.close();
            }
        }
    }
}
