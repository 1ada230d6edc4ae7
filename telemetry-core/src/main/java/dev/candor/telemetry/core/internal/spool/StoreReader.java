package dev.candor.telemetry.core.internal.spool;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads for one destination what is on disk, and then what had to wait in memory. */
final class StoreReader implements RouteReader {

    private static final long LOOK_AROUND_MILLIS = 1_000;

    private final long destination;
    private final Account account;
    private final @Nullable DiskStore disk;
    private final MemoryStore memory;
    private final Arrivals arrivals;
    private List<Shelf.Pick> picks = List.of();
    private List<MemoryStore.Held> held = List.of();
    private long seen = -1;
    private volatile boolean closed;
    private volatile @Nullable Newcomers newcomers;

    StoreReader(long destination, Account account, @Nullable DiskStore disk, MemoryStore memory, Arrivals arrivals) {
        this.destination = destination;
        this.account = account;
        this.disk = disk;
        this.memory = memory;
        this.arrivals = arrivals;
        if (disk != null) {
            disk.read(destination);
        }
    }

    @Override
    public List<Frame> peek(int maxFrames, int maxBytes) {
        seen = arrivals.count();
        Newcomers counted = newcomers;
        long accepted = counted == null ? 0 : account.accepted();
        picks = List.of();
        held = List.of();
        List<Frame> frames = new ArrayList<>();
        if (closed) {
            return frames;
        }
        if (disk != null) {
            tend(disk, false);
            picks = disk.pick(destination, maxFrames, maxBytes);
            if (picks.isEmpty() && tend(disk, true)) {
                picks = disk.pick(destination, maxFrames, maxBytes);
            }
            memory.heed(disk.withdrawals());
            for (Shelf.Pick pick : picks) {
                frames.add(pick.frame());
            }
        }
        if (frames.isEmpty()) {
            held = memory.peek(destination, maxFrames, maxBytes);
            for (MemoryStore.Held each : held) {
                frames.add(each.frame);
            }
        }
        if (counted != null && frames.size() < maxFrames) {
            counted.allOffered(accepted, frames.size());
        }
        return frames;
    }

    @Override
    public void settle(int count) {
        account.deliver(remove(count));
    }

    @Override
    public void discard(int count, DropReason reason) {
        account.drop(reason, remove(count));
    }

    private long remove(int count) {
        Newcomers counted = newcomers;
        if (counted != null) {
            counted.taken(count);
        }
        if (!picks.isEmpty() && disk != null) {
            int done = Math.min(count, picks.size());
            int removed = disk.shelf().settle(destination, picks.subList(0, done));
            picks = picks.subList(done, picks.size());
            return removed;
        }
        int done = Math.min(count, held.size());
        int removed = memory.remove(destination, held.subList(0, done));
        held = held.subList(done, held.size());
        return removed;
    }

    @Override
    public boolean await(Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!closed) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return arrivals.count() > seen;
            }
            if (arrivals.await(seen, Math.min(left, LOOK_AROUND_MILLIS))) {
                return true;
            }
            if (disk != null) {
                tend(disk, true);
            }
        }
        return true;
    }

    @Override
    public void whenMany(int frames, Runnable told) {
        Newcomers counted = new Newcomers(account, frames, told);
        newcomers = counted;
        arrivals.add(counted);
    }

    /** Whether the directory was looked after. */
    private static boolean tend(DiskStore disk, boolean idle) {
        try {
            return disk.tend(idle);
        } catch (IOException unreachable) {
            // What this process writes itself it can still read, and memory serves for the rest.
            return false;
        }
    }

    @Override
    public long waiting() {
        return memory.waiting(destination) + (disk == null ? 0 : disk.shelf().waiting(destination));
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            Newcomers counted = newcomers;
            if (counted != null) {
                arrivals.remove(counted);
            }
            if (disk != null) {
                disk.stopReading(destination);
            }
            arrivals.signal();
        }
    }
}
