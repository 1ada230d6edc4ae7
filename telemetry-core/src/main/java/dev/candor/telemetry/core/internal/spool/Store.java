package dev.candor.telemetry.core.internal.spool;

import dev.candor.telemetry.Purpose;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where accepted frames are kept: on disk, or in bounded memory while that does not work.
 *
 * <p>{@link #write}, {@link #settleDown} and {@link #close} come from one thread at a time.
 */
final class Store {

    private static final long RETRY_MILLIS = 1_000;

    private final SpoolOptions options;
    private final Accounts accounts = new Accounts();
    private final Arrivals arrivals = new Arrivals();
    private final MemoryStore memory;
    private final @Nullable DiskStore disk;
    private final Trouble trouble;
    private final Ages ages;
    private long retryAt = Long.MIN_VALUE;

    Store(SpoolOptions options, @Nullable SpoolFs fs) {
        this.options = options;
        this.ages = new Ages(options.time());
        this.trouble = new Trouble(options.mode());
        this.memory = new MemoryStore(options.limits().memoryBytes(), accounts);
        this.disk = options.mode() == SpoolMode.MEMORY || fs == null
                ? null
                : new DiskStore(fs, options, accounts, arrivals);
        if (disk == null && options.mode() != SpoolMode.MEMORY) {
            trouble.report("no directory for the spool: events wait in memory only");
        }
    }

    Accounts accounts() {
        return accounts;
    }

    /** What was withdrawn after a generation is dropped at the next write. */
    void withdrawSince(int generation) {
        if (disk != null) {
            disk.withdrawSince(generation);
        }
    }

    void enforceCaps() {
        if (disk != null) {
            disk.enforceCaps();
        }
    }

    /** Takes over every frame of a group. */
    void write(Group group) {
        group.accept(accounts);
        if (disk != null && isDue()) {
            try {
                rescue(disk, false);
                int written = disk.write(group);
                if (written < group.count()) {
                    suspend("the disk takes no more");
                } else {
                    trouble.over();
                }
                group.removeFirst(written);
            } catch (IOException | RuntimeException failed) {
                suspend(String.valueOf(failed.getMessage()));
            }
        }
        remember(group);
    }

    /** Tells readers that groups were written. Called without a lock. */
    void tellReaders() {
        arrivals.written();
    }

    private void remember(Group group) {
        if (disk != null && !group.isEmpty()) {
            memory.heed(disk.withdrawals());
        }
        DropReason whenFull = disk == null ? DropReason.TOO_MANY_BYTES : DropReason.DISK_FULL;
        for (int i = 0; i < group.count(); i++) {
            memory.add(FrameView.read(group.array(), group.start(i)), whenFull);
        }
        if (!group.isEmpty()) {
            arrivals.signal();
        }
    }

    private boolean isDue() {
        return retryAt == Long.MIN_VALUE || options.time().monotonicMillis() >= retryAt;
    }

    private void suspend(String why) {
        trouble.report(why);
        retryAt = options.time().monotonicMillis() + RETRY_MILLIS;
    }

    /** Brings frames that had to wait in memory to disk. */
    private void rescue(DiskStore to, boolean evenHandedOut) throws IOException {
        if (memory.isEmpty()) {
            retryAt = Long.MIN_VALUE;
            return;
        }
        Group group = new Group();
        while (true) {
            group.clear();
            List<MemoryStore.Held> moving = memory.copyInto(group, evenHandedOut);
            if (moving.isEmpty()) {
                break;
            }
            int count = group.count();
            int written = to.write(group);
            memory.forget(moving.subList(0, written));
            if (written < count) {
                throw new IOException("the disk takes no more");
            }
        }
        retryAt = Long.MIN_VALUE;
    }

    /** Whether everything that was written before is on disk and synced; from any thread. */
    boolean sync() {
        if (disk == null) {
            return false;
        }
        try {
            disk.sync();
            return memory.isEmpty();
        } catch (IOException | RuntimeException failed) {
            trouble.report(String.valueOf(failed.getMessage()));
            return false;
        }
    }

    /** Whether a sync should come soon, because many files wait for it. */
    boolean isCrowded() {
        return disk != null && disk.isCrowded();
    }

    boolean hasDisk() {
        return disk != null;
    }

    boolean isDirty() {
        return disk != null && disk.isDirty();
    }

    /** What the writer does now and then: try the disk again, end an old segment, forget what is too old. */
    void settleDown() {
        if (disk != null) {
            disk.rotateIfOld();
            if (!memory.isEmpty() && isDue()) {
                try {
                    rescue(disk, false);
                } catch (IOException | RuntimeException failed) {
                    suspend(String.valueOf(failed.getMessage()));
                }
            }
        }
        memory.dropOlderThan(options.limits().age().toMillis(), ages);
    }

    /** What waits for a destination on disk, and then what had to wait in memory. */
    List<Frame> look(long destination, int maxFrames, int maxBytes) {
        List<Frame> frames = new ArrayList<>();
        if (disk != null) {
            frames.addAll(disk.look(destination, maxFrames, maxBytes));
        }
        if (frames.size() < maxFrames) {
            frames.addAll(memory.look(destination, maxFrames - frames.size()));
        }
        return frames;
    }

    RouteReader reader(long destination) {
        return new StoreReader(destination, accounts.of(destination), disk, memory, arrivals);
    }

    void purge(Set<Purpose> purposes) {
        memory.purge(purposes);
        if (disk != null) {
            try {
                disk.purge(purposes);
            } catch (IOException | RuntimeException failed) {
                trouble.report(String.valueOf(failed.getMessage()));
            }
        }
    }

    /** Brings everything to disk and lets go of it; whether that worked. */
    boolean close() {
        if (disk != null) {
            try {
                rescue(disk, true);
            } catch (IOException | RuntimeException failed) {
                trouble.report(String.valueOf(failed.getMessage()));
            }
            disk.close();
        }
        boolean saved = disk != null && memory.isEmpty();
        memory.dropAll(DropReason.MEMORY_LOST);
        arrivals.signal();
        return saved;
    }

    /** The account of each destination. */
    Map<Long, SpoolState.Route> routes() {
        Map<Long, SpoolState.Route> routes = new HashMap<>();
        for (long destination : accounts.destinations()) {
            long kept = memory.waiting(destination)
                    + (disk == null ? 0 : disk.shelf().waiting(destination));
            routes.put(destination, accounts.of(destination).route(kept));
        }
        return routes;
    }

    /** Everything but what is still on its way to {@link #write}. */
    SpoolState state(long accepted, Tally refused) {
        Survey survey = disk == null ? Survey.NOTHING : disk.survey();
        Map<Long, SpoolState.Route> routes = routes();
        Map<Long, Long> waiting = new HashMap<>(survey.waiting());
        Tally dropped = new Tally();
        for (Map.Entry<Long, SpoolState.Route> each : routes.entrySet()) {
            waiting.merge(each.getKey(), memory.waiting(each.getKey()), Long::sum);
            dropped.addAll(each.getValue().dropped());
        }
        boolean onDisk = disk != null && trouble.current().isEmpty();
        return new SpoolState(
                onDisk ? options.mode() : SpoolMode.MEMORY,
                accepted,
                survey.events() + memory.events(),
                survey.occupancy().bytes() + memory.bytes(),
                survey.occupancy().segments(),
                refused.counts(),
                dropped.counts(),
                routes,
                waiting,
                trouble.current());
    }
}
