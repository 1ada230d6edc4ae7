package dev.candor.telemetry.core.internal.spool;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.internal.threads.DaemonThreads;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * For short programs: the caller's thread writes the frame itself.
 *
 * <p>As long as a program only records, nothing but a {@link CommandWriter} is there. The first need for more (a reader,
 * a question, a failing disk) ends its segment and opens the whole {@link Store}.
 *
 * <p>The one step that is known to take as long as the disk likes is the sync at the end: it has a thread of its own, and the
 * program leaves when its time is over. So it is the task of that thread as well: each class costs a cold process time.
 */
final class CommandSpool implements Spool, Runnable {

    /** What is waited for a healthy disk even where there is no time: nobody feels it, and most syncs end within it. */
    private static final Duration LEAST_WAIT = Duration.ofMillis(20);

    private final SpoolOptions options;
    private final @Nullable SpoolFs fs;
    private final DaemonThreads threads;
    private final @Nullable CommandWriter writer;
    private final PayloadBuffer frame = new PayloadBuffer();
    private final Object lock = new Object();
    private final Object counting = new Object();
    private volatile boolean used;
    private volatile boolean closed;
    // Written under lock, which a sync may hold that does not come back.
    private volatile long accepted;
    // Guarded by counting.
    private @Nullable Tally refused;
    // The rest is guarded by lock.
    private @Nullable Store store;
    private long[] destinations = new long[8];
    private long[] written = new long[8];
    private int known;
    private boolean ended;

    CommandSpool(SpoolOptions options, @Nullable SpoolFs fs) {
        this(options, fs, new DaemonThreads());
    }

    CommandSpool(SpoolOptions options, @Nullable SpoolFs fs, DaemonThreads threads) {
        this.options = options;
        this.threads = threads;
        this.fs = fs;
        this.writer = fs == null ? null : new CommandWriter(fs, options);
    }

    @Override
    public boolean append(Outgoing outgoing, boolean durable) {
        if (closed) {
            // Before the lock, which a sync may hold that does not come back.
            return refuse(DropReason.CLOSED);
        }
        synchronized (lock) {
            frame.clear();
            // In this order: a close at the same moment is seen here, or sees that there is something to end.
            used = true;
            if (closed || !encode(outgoing)) {
                return refuse(closed ? DropReason.CLOSED : DropReason.TOO_LARGE);
            }
            accepted++;
            if (writer == null || store != null || !isWritten(writer, outgoing, durable)) {
                Store whole = store();
                whole.write(Group.of(frame));
                if (durable) {
                    whole.sync();
                }
            }
            return true;
        }
    }

    private boolean encode(Outgoing outgoing) {
        try {
            return FrameFormat.write(outgoing, frame);
        } catch (RuntimeException | LinkageError broken) {
            return false;
        }
    }

    private boolean refuse(DropReason reason) {
        refusals().add(reason, 1);
        return false;
    }

    private Tally refusals() {
        synchronized (counting) {
            Tally known = refused == null ? new Tally() : refused;
            refused = known;
            return known;
        }
    }

    private boolean isWritten(CommandWriter to, Outgoing outgoing, boolean durable) {
        if (to.isOutdated()) {
            return false;
        }
        try {
            to.append(frame);
        } catch (IOException | RuntimeException failed) {
            return false;
        }
        for (long destination : outgoing.destinations()) {
            count(destination);
        }
        try {
            if (durable) {
                to.sync();
            }
        } catch (IOException unsynced) {
            // The frame is in the file; the next one goes into another.
        }
        if (to.isFull() && to.end()) {
            enforceCaps();
        }
        return true;
    }

    private void count(long destination) {
        int at = 0;
        while (at < known && destinations[at] != destination) {
            at++;
        }
        if (at == destinations.length) {
            destinations = java.util.Arrays.copyOf(destinations, at * 2);
            written = java.util.Arrays.copyOf(written, at * 2);
        }
        known = Math.max(known, at + 1);
        destinations[at] = destination;
        written[at]++;
    }

    private void enforceCaps() {
        try {
            if (fs != null) {
                Occupancy occupancy = Occupancy.of(fs, fs.list());
                if (occupancy.isScarce(options.limits()) || occupancy.isOver(options.limits())) {
                    store().enforceCaps();
                }
            }
        } catch (IOException unlisted) {
            // Whoever ends the next full segment looks again.
        }
    }

    /** The whole store; what was written without it is on disk for everybody, and counted so. */
    private Store store() {
        Store whole = store;
        if (whole == null) {
            whole = new Store(options, fs);
            store = whole;
            used = true;
            for (int i = 0; i < known; i++) {
                whole.accounts().of(destinations[i]).left(written[i]);
            }
            if (writer != null) {
                whole.withdrawSince(writer.generation());
                writer.end();
            }
        }
        return whole;
    }

    @Override
    public RouteReader reader(long destination) {
        synchronized (lock) {
            return store().reader(destination);
        }
    }

    @Override
    public long accepted() {
        return accepted;
    }

    @Override
    public List<Frame> look(long destination, int maxFrames, int maxBytes) {
        synchronized (lock) {
            return store().look(destination, maxFrames, maxBytes);
        }
    }

    @Override
    public SpoolState state() {
        synchronized (lock) {
            return store().state(accepted, refusals());
        }
    }

    @Override
    public void purge(Set<Purpose> purposes) {
        synchronized (lock) {
            store().purge(purposes);
        }
    }

    @Override
    public boolean sync(Duration atMost) {
        AtomicBoolean synced = new AtomicBoolean();
        return threads.run(() -> synced.set(isSynced()), "candor-spool-sync", wait(atMost)) && synced.get();
    }

    private boolean isSynced() {
        synchronized (lock) {
            try {
                if (store == null && writer != null) {
                    writer.sync();
                    return true;
                }
            } catch (IOException failed) {
                return false;
            }
            store().settleDown();
            return store().sync();
        }
    }

    @Override
    public boolean close(Duration atMost) {
        if (closed) {
            return true;
        }
        closed = true;
        return !used || threads.run(this, "candor-spool-end", wait(atMost));
    }

    private static Duration wait(Duration atMost) {
        return atMost.compareTo(LEAST_WAIT) < 0 ? LEAST_WAIT : atMost;
    }

    /** Brings everything to disk and lets go of it: the task of the thread that {@link #close} waits for. */
    @Override
    public void run() {
        try {
            end();
        } catch (RuntimeException | LinkageError broken) {
            // The frames are written, and the next process takes the segment over after the lease.
        }
    }

    private void end() {
        synchronized (lock) {
            if (ended) {
                return;
            }
            ended = true;
            if (store != null) {
                store.close();
            } else if (writer != null && writer.end()) {
                enforceCaps();
            }
        }
    }
}
