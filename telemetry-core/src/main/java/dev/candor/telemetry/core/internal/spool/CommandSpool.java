package dev.candor.telemetry.core.internal.spool;

import dev.candor.telemetry.Purpose;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * For short programs: the caller's thread writes the frame itself.
 *
 * <p>As long as a program only records, nothing but a {@link CommandWriter} is there. The first need for more (a reader,
 * a question, a failing disk) ends its segment and opens the whole {@link Store}.
 */
final class CommandSpool implements Spool {

    private final SpoolOptions options;
    private final @Nullable SpoolFs fs;
    private final @Nullable CommandWriter writer;
    private final PayloadBuffer frame = new PayloadBuffer();
    private final Object lock = new Object();
    private @Nullable Store store;
    private @Nullable Tally refused;
    private long[] destinations = new long[8];
    private long[] written = new long[8];
    private int known;
    private long accepted;
    private boolean closed;

    CommandSpool(SpoolOptions options, @Nullable SpoolFs fs) {
        this.options = options;
        this.fs = fs;
        this.writer = fs == null ? null : new CommandWriter(fs, options);
    }

    @Override
    public boolean append(Outgoing outgoing, boolean durable) {
        synchronized (lock) {
            frame.clear();
            if (closed || !encode(outgoing)) {
                refuse(closed ? DropReason.CLOSED : DropReason.TOO_LARGE);
                return false;
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

    private void refuse(DropReason reason) {
        if (refused == null) {
            refused = new Tally();
        }
        refused.add(reason, 1);
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
    public List<Frame> look(long destination, int maxFrames, int maxBytes) {
        synchronized (lock) {
            return store().look(destination, maxFrames, maxBytes);
        }
    }

    @Override
    public SpoolState state() {
        synchronized (lock) {
            Tally none = refused == null ? new Tally() : refused;
            return store().state(accepted, none);
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
    public void close(Duration atMost) {
        synchronized (lock) {
            if (closed) {
                return;
            }
            closed = true;
            if (store != null) {
                store.close();
            } else if (writer != null && writer.end()) {
                enforceCaps();
            }
        }
    }
}
