package dev.candor.telemetry.core.internal.spool;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Appends to the one segment that this process writes.
 *
 * <p>Any process may take an open segment over when it seems abandoned, by renaming it. So after each append the writer
 * looks whether its file still has its name: if so, whoever takes it over later reads the append; if not, it writes the
 * same frames again into a new segment. Nothing is lost, whatever the others believe, and no data is ever locked.
 *
 * <p>One thread at a time; the store's write lock sees to it.
 */
final class SegmentWriter {

    private static final int ATTEMPTS = 3;
    private static final int CROWD = 8;
    private static final int MOST_RETIRED = 64;

    /** A segment that was full within this time is followed by a larger one: each costs a sync. */
    private static final long FAST_MILLIS = 1_000;

    private static final int FAST_FACTOR = 4;

    private final SpoolFs fs;
    private final Shelf shelf;
    private final Accounts accounts;
    private final Withdrawals withdrawals;
    private final Identity identity;
    private final Checksum checksum;
    private final SpoolOptions options;
    private final Ages ages;

    private final List<LiveFile> retired = new ArrayList<>();
    private @Nullable LiveFile live;
    private long writtenAt;
    private int knownGeneration = -1;
    private int fullAt;

    SegmentWriter(Depot depot, Checksum checksum) {
        this.fs = depot.fs();
        this.shelf = depot.shelf();
        this.accounts = depot.accounts();
        this.withdrawals = depot.withdrawals();
        this.identity = depot.identity();
        this.options = depot.options();
        this.ages = depot.ages();
        this.checksum = checksum;
        this.fullAt = options.limits().segmentBytes();
    }

    /**
     * Appends a group.
     *
     * @param keep whether this process reads what it writes
     * @return how many frames, from the first on, are in a segment now; fewer than all when the disk failed
     */
    int write(Group group, boolean keep) throws IOException {
        withdrawals.refresh();
        if (knownGeneration >= 0 && withdrawals.generation() != knownGeneration) {
            group.withdraw(withdrawals.since(knownGeneration), accounts);
            rotate(keep);
        }
        knownGeneration = withdrawals.generation();
        for (int attempt = 0; attempt < ATTEMPTS && !group.isEmpty(); attempt++) {
            LiveFile file = file(keep);
            group.seal(checksum, file.segment.header.salt());
            try {
                file.write(group);
            } catch (IOException failed) {
                int whole = file.wholeFrames(group);
                shelf.grow(file.segment, group, whole, accounts);
                rotate(keep);
                return whole;
            }
            if (file.isThere()) {
                shelf.grow(file.segment, group, group.count(), accounts);
                writtenAt = ages.monotonic();
                return group.count();
            }
            abandon(file);
        }
        return group.isEmpty() ? group.count() : 0;
    }

    /** Drops at the next write what was withdrawn after a generation. */
    void withdrawSince(int generation) {
        knownGeneration = generation;
    }

    @Nullable
    Segment live() {
        return live == null ? null : live.segment;
    }

    /** Whether anything would not survive a power loss yet. */
    boolean isDirty() {
        return !retired.isEmpty() || (live != null && live.isDirty());
    }

    /** Whether so many files wait for a sync that one should come early. */
    boolean isCrowded() {
        return retired.size() >= CROWD;
    }

    /** What a sync has to go through, the live file last; the others are the caller's to close. */
    List<LiveFile> unsynced() {
        List<LiveFile> files = new ArrayList<>(retired);
        retired.clear();
        if (live != null) {
            files.add(live);
        }
        return files;
    }

    /** Whether the live segment should make room for another because of its age. */
    boolean isOld() {
        return live != null
                && ages.monotonic() - live.segment.since
                        >= options.limits().segmentAge().toMillis();
    }

    /** Whether a file is the one that is being written. */
    boolean isLive(LiveFile file) {
        return file == live;
    }

    /** Whether a file waits for the next sync, which will close it. */
    boolean isRetired(LiveFile file) {
        return retired.contains(file);
    }

    /** Ends the live segment: kept for this process's readers, or free for anybody. Returns whether it was freed. */
    boolean rotate(boolean keep) {
        LiveFile file = live;
        if (file == null) {
            return false;
        }
        live = null;
        Segment done = file.segment;
        if (shelf.retire(done)) {
            file.drop();
            return false;
        }
        // Synced soon, not now: a slow disk would hold up the ring. Windows renames no open files.
        retired.add(file);
        if (retired.size() > MOST_RETIRED || !fs.renamesOpenFiles()) {
            retired.remove(0).close();
        }
        if (keep) {
            shelf.rename(done, SegmentName.claim(done.id, identity.token()));
        } else {
            shelf.release(done);
        }
        return !keep;
    }

    private LiveFile file(boolean keep) throws IOException {
        LiveFile current = live;
        if (current != null && current.segment.end >= fullAt) {
            fullAt = nextSize(ages.monotonic() - current.segment.since);
            rotate(keep);
        } else if (current != null && isForgotten() && !current.isThere()) {
            abandon(current);
        }
        return live != null ? live : start();
    }

    private int nextSize(long filledInMillis) {
        SpoolOptions.Limits limits = options.limits();
        boolean fast = filledInMillis < FAST_MILLIS && limits.bytes() >= 10L * FAST_FACTOR * limits.segmentBytes();
        return fast ? FAST_FACTOR * limits.segmentBytes() : limits.segmentBytes();
    }

    // Others may take the segment over after a lease without a write.
    private boolean isForgotten() {
        return ages.monotonic() - writtenAt > options.limits().lease().toMillis() / 2;
    }

    private LiveFile start() throws IOException {
        SegmentHeader header =
                new SegmentHeader(ages.now(), identity.next(), withdrawals.generation(), false, List.of());
        LiveFile begun = LiveFile.create(fs, checksum, identity.nextId(ages.now()), header, ages.monotonic());
        live = begun;
        writtenAt = ages.monotonic();
        shelf.add(begun.segment, false);
        return begun;
    }

    /** The live segment is somebody else's now. */
    private void abandon(LiveFile file) {
        live = null;
        file.close();
        shelf.leave(file.segment);
    }
}
