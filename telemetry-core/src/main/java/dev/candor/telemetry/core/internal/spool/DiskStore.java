package dev.candor.telemetry.core.internal.spool;

import dev.candor.telemetry.Purpose;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A spool's directory: one segment that is written, those that are read, and the care for all of them. */
final class DiskStore {

    private final Depot depot;
    private final Presence presence;
    private final SegmentWriter writer;
    private final Object writeLock = new Object();
    private @Nullable Caretaker caretaker;
    private boolean prepared;

    /** What may be written before the caps can be reached; another process that writes looks for itself. */
    private long roomBytes;

    private int roomSegments;

    DiskStore(SpoolFs fs, SpoolOptions options, Accounts accounts, Arrivals arrivals) {
        this.depot = Depot.of(fs, options, accounts, arrivals);
        this.presence = new Presence(fs, depot.identity().token());
        this.writer = new SegmentWriter(depot, new Checksum.Fast());
    }

    Shelf shelf() {
        return depot.shelf();
    }

    Withdrawals withdrawals() {
        return depot.withdrawals();
    }

    /** How many frames of a group, from the first on, are on disk. */
    int write(Group group) throws IOException {
        boolean full = false;
        int written;
        synchronized (writeLock) {
            if (!prepared) {
                prepare();
            }
            Segment before = writer.live();
            written = writer.write(group, keeps());
            if (before != null && before != writer.live()) {
                roomBytes -= before.end;
                roomSegments--;
                full = roomBytes < 0 || roomSegments < 0;
            }
        }
        if (full) {
            enforceCaps();
        }
        return written;
    }

    void withdrawSince(int generation) {
        writer.withdrawSince(generation);
    }

    private void prepare() throws IOException {
        boolean server = depot.options().mode() == SpoolMode.SERVER;
        depot.fs().prepare(true, server);
        if (server) {
            try {
                presence.establish();
            } catch (IOException without) {
                // Then its segments count as abandoned after a lease, which its appends will notice.
            }
        }
        prepared = true;
    }

    private boolean keeps() {
        return !depot.readers().isEmpty();
    }

    /** Returns once everything written before survives a power loss; writing goes on meanwhile. */
    void sync() throws IOException {
        List<LiveFile> files;
        synchronized (writeLock) {
            files = writer.unsynced();
        }
        IOException failure = null;
        for (LiveFile file : files) {
            try {
                file.sync();
            } catch (IOException failed) {
                failure = failed;
            }
            synchronized (writeLock) {
                if (failure != null && writer.isLive(file)) {
                    // Nothing more goes into a file that cannot be synced.
                    writer.rotate(keeps());
                } else if (!writer.isLive(file) && !writer.isRetired(file)) {
                    file.close();
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    void rotateIfOld() {
        synchronized (writeLock) {
            if (writer.isOld()) {
                writer.rotate(keeps());
            }
        }
    }

    boolean isCrowded() {
        synchronized (writeLock) {
            return writer.isCrowded();
        }
    }

    boolean isDirty() {
        synchronized (writeLock) {
            return writer.isDirty();
        }
    }

    void read(long destination) {
        synchronized (writeLock) {
            depot.readers().open(destination);
        }
        caretaker().reconsider();
    }

    void stopReading(long destination) {
        depot.readers().close(destination);
        for (Segment segment : depot.shelf().segments()) {
            if (!segment.live && !segment.isWantedBy(depot.readers().destinations())) {
                depot.shelf().release(segment);
            }
        }
    }

    List<Shelf.Pick> pick(long destination, int maxFrames, int maxBytes) {
        depot.withdrawals().refresh();
        depot.shelf().heed(depot.withdrawals());
        return depot.shelf().pick(destination, maxFrames, maxBytes);
    }

    /** Looks after the directory, if it is time. */
    boolean tend(boolean idle) throws IOException {
        long lease = depot.options().limits().lease().toMillis();
        return caretaker().tendEvery(idle ? Math.min(1_000, lease / 3) : Math.min(10_000, lease / 3));
    }

    void purge(Set<Purpose> purposes) throws IOException {
        synchronized (writeLock) {
            if (!depot.fs().prepare(false, false)) {
                return;
            }
            depot.withdrawals().add(purposes);
            writer.rotate(keeps());
            // What this process accepts from here on it accepted knowing of the withdrawal.
            writer.withdrawSince(depot.withdrawals().generation());
        }
        depot.shelf().heed(depot.withdrawals());
        caretaker().purge(purposes);
    }

    /** Syncs, ends the live segment and makes everything free for others. */
    void close() {
        Caretaker running;
        synchronized (this) {
            running = caretaker;
        }
        if (running != null) {
            running.stop();
        }
        boolean freed;
        synchronized (writeLock) {
            freed = writer.rotate(false);
            for (Segment segment : depot.shelf().segments()) {
                depot.shelf().release(segment);
            }
            for (LiveFile file : writer.unsynced()) {
                file.close();
            }
            presence.end();
        }
        if (freed) {
            enforceCaps();
        }
    }

    List<Frame> look(long destination, int maxFrames, int maxBytes) {
        try {
            depot.withdrawals().refresh();
            return caretaker().look(destination, maxFrames, maxBytes);
        } catch (IOException unreachable) {
            return List.of();
        }
    }

    Survey survey() {
        try {
            return caretaker().survey();
        } catch (IOException unreachable) {
            return Survey.NOTHING;
        }
    }

    void enforceCaps() {
        try {
            SpoolOptions.Limits limits = depot.options().limits();
            Occupancy occupancy = Occupancy.of(depot.fs(), depot.fs().list());
            synchronized (writeLock) {
                roomBytes = (limits.bytes() - occupancy.bytes()) / 2;
                roomSegments = (limits.segments() - occupancy.segments()) / 2;
            }
            if (occupancy.isScarce(limits) || occupancy.isOver(limits)) {
                caretaker().enforceCaps();
            }
        } catch (IOException unlisted) {
            // The next one who frees a segment looks again.
        }
    }

    private synchronized Caretaker caretaker() {
        Caretaker known = caretaker;
        if (known == null) {
            known = new Caretaker(depot, presence);
            caretaker = known;
        }
        return known;
    }
}
