package dev.candor.telemetry.core.internal.spool;

import java.io.IOException;
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

    private final SpoolFs fs;
    private final Shelf shelf;
    private final Accounts accounts;
    private final Withdrawals withdrawals;
    private final Identity identity;
    private final Checksum checksum;
    private final Tails tails;
    private final SpoolOptions options;
    private final Ages ages;

    private @Nullable LiveFile live;
    private long writtenAt;

    SegmentWriter(Depot depot, Checksum checksum) {
        this.fs = depot.fs();
        this.shelf = depot.shelf();
        this.accounts = depot.accounts();
        this.withdrawals = depot.withdrawals();
        this.identity = depot.identity();
        this.options = depot.options();
        this.ages = depot.ages();
        this.checksum = checksum;
        this.tails = new Tails(fs, checksum);
    }

    /**
     * Appends a group.
     *
     * @param keep whether this process reads what it writes
     * @return how many frames, from the first on, are in a segment now; fewer than all when the disk failed
     */
    int write(Group group, boolean keep) throws IOException {
        LiveFile before = live;
        if (before != null && withdrawals.refresh()) {
            group.withdraw(withdrawals.since(before.segment.header.generation()), accounts);
            rotate(keep);
        }
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

    @Nullable
    Segment live() {
        return live == null ? null : live.segment;
    }

    boolean isDirty() {
        return live != null && live.isDirty();
    }

    /** Whether the live segment should make room for another because of its age. */
    boolean isOld() {
        return live != null
                && ages.monotonic() - live.segment.since
                        >= options.limits().segmentAge().toMillis();
    }

    /** Returns once what was written survives a power loss; a segment that cannot be synced is ended. */
    void sync(boolean keep) throws IOException {
        if (live != null) {
            try {
                live.sync();
            } catch (IOException failed) {
                rotate(keep);
                throw failed;
            }
        }
    }

    /** Ends the live segment: kept for this process's readers, or free for anybody. Returns whether it was freed. */
    boolean rotate(boolean keep) {
        LiveFile file = live;
        if (file == null) {
            return false;
        }
        live = null;
        file.close();
        Segment done = file.segment;
        if (shelf.retire(done)) {
            return false;
        }
        if (keep && done.ours) {
            shelf.rename(done, SegmentName.claim(done.id, identity.token()));
            return false;
        }
        // A tail has no id, so nobody's cursor would fit it.
        boolean small = options.mode() == SpoolMode.COMMAND
                && !done.acknowledged
                && done.end < options.limits().segmentBytes();
        if (!small || !tails.give(done.id)) {
            shelf.rename(done, done.id.concat(SegmentName.FREE));
        }
        shelf.leave(done);
        return !small;
    }

    /** A segment that began as another command's tail cannot be read from its middle: it goes back first. */
    void endBorrowed() {
        if (live != null && !live.segment.ours) {
            rotate(false);
        }
    }

    private LiveFile file(boolean keep) throws IOException {
        LiveFile current = live;
        if (current != null && current.segment.end >= options.limits().segmentBytes()) {
            rotate(keep);
        } else if (current != null && isForgotten() && !current.isThere()) {
            abandon(current);
        }
        return live != null ? live : start(keep);
    }

    // Others may take the segment over after a lease without a write.
    private boolean isForgotten() {
        return ages.monotonic() - writtenAt > options.limits().lease().toMillis() / 2;
    }

    private LiveFile start(boolean keep) throws IOException {
        withdrawals.refresh();
        int generation = withdrawals.generation();
        long now = ages.monotonic();
        String id = identity.nextId(ages.now());
        LiveFile begun = null;
        if (options.mode() == SpoolMode.COMMAND && !keep) {
            SegmentHeader header = tails.take(
                    id,
                    options.limits().segmentBytes(),
                    generation,
                    options.time().wallMillis());
            begun = header == null ? null : LiveFile.borrow(fs, id, header, now);
        }
        if (begun == null) {
            SegmentHeader header = LiveFile.newHeader(ages.now(), identity, generation);
            begun = LiveFile.create(fs, checksum, identity.nextId(ages.now()), header, now);
        }
        live = begun;
        writtenAt = now;
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
