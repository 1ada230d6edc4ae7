package dev.candor.telemetry.core.internal.spool;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes segments into this process's keeping by renaming them, so that no two processes read the same one.
 *
 * <p>Free segments are anybody's; open and claimed ones only when whoever held them is dead. All that can be used is
 * taken, not only the oldest: what one destination does not want now must not stand in front of another's.
 */
final class Claims {

    private final Depot depot;
    private final Stocktaking stocktaking;
    private final Merging merging;
    private final Set<String> unwanted = new HashSet<>();
    private final Map<String, Long> pausedUntil = new HashMap<>();

    Claims(Depot depot, Stocktaking stocktaking, Merging merging) {
        this.depot = depot;
        this.stocktaking = stocktaking;
        this.merging = merging;
    }

    /** A new destination is read: what nobody here wanted may be wanted now. */
    synchronized void reconsider() {
        unwanted.clear();
        pausedUntil.clear();
    }

    /** Leaves a segment alone for a while. */
    synchronized void pause(String id, long millis) {
        pausedUntil.put(id, depot.ages().monotonic() + millis);
    }

    /** Leaves a segment alone until another destination is read. */
    synchronized void unwanted(String id) {
        unwanted.add(id);
    }

    void take(Census census) {
        Set<String> kept = new HashSet<>();
        for (Segment segment : depot.shelf().segments()) {
            kept.add(segment.id);
        }
        List<Segment> fresh = new ArrayList<>();
        for (String name : census.names()) {
            if (SegmentName.isTail(name)) {
                claim(name, depot.identity().nextId(depot.fs().modified(name)), fresh);
            } else if (isFree(name) || isOrphan(census, name, kept)) {
                claim(name, SegmentName.idOf(name), fresh);
            }
        }
        removeSuperseded(fresh, census);
        for (Segment segment : merging.merge(fresh)) {
            shelve(segment);
        }
    }

    /** Merges the small free segments and leaves the result free. */
    void merge(List<String> names) {
        List<Segment> small = new ArrayList<>();
        for (String name : names) {
            if (SegmentName.isFree(name) && merging.isSmall(depot.fs().length(name))) {
                claim(name, SegmentName.idOf(name), small);
            }
        }
        for (Segment segment : merging.merge(small)) {
            depot.shelf().add(segment, true);
            depot.shelf().release(segment);
        }
    }

    private synchronized boolean isFree(String name) {
        if (!SegmentName.isFree(name) || unwanted.contains(SegmentName.idOf(name))) {
            return false;
        }
        Long until = pausedUntil.get(SegmentName.idOf(name));
        if (until != null && until > depot.ages().monotonic()) {
            return false;
        }
        pausedUntil.remove(SegmentName.idOf(name));
        return true;
    }

    private boolean isOrphan(Census census, String name, Set<String> kept) {
        if (!SegmentName.isOpen(name) && !SegmentName.isClaim(name)) {
            return false;
        }
        // A claim of its own that is not on the shelf is one whose rename once failed.
        return census.isOwn(name)
                ? SegmentName.isClaim(name) && !kept.contains(SegmentName.idOf(name))
                : census.isAbandoned(name);
    }

    private void claim(String name, String id, List<Segment> fresh) {
        String claimed = SegmentName.claim(id, depot.identity().token());
        try {
            if (!name.equals(claimed)) {
                depot.fs().rename(name, claimed);
            }
            if (isSpare(claimed, id, fresh)) {
                depot.fs().delete(claimed);
                return;
            }
            fresh.add(stocktaking.look(claimed, id).segment);
        } catch (NotASegment worthless) {
            putAside(claimed, id, worthless.kind);
        } catch (IOException lostOrUnreadable) {
            // Another process was quicker, or the file cannot be read now; the next round sees.
        }
    }

    /**
     * Whether a claimed segment stands under a later name too, of which somebody takes or has taken care. A command that is killed while it
     * hands a tail on leaves two names of one file, and its frames would be delivered under each. Of two names the earlier is removed,
     * whoever looks.
     */
    private boolean isSpare(String claimed, String id, List<Segment> fresh) throws IOException {
        boolean spare = false;
        for (String other : depot.fs().otherNames(claimed)) {
            if (SegmentName.isSegment(other) && !SegmentName.isTail(other)) {
                if (SegmentName.idOf(other).compareTo(id) > 0) {
                    spare = true;
                } else {
                    depot.fs().delete(other);
                    fresh.removeIf(segment -> segment.file.equals(other));
                }
            }
        }
        return spare;
    }

    private void putAside(String claimed, String id, NotASegment.Kind kind) {
        try {
            switch (kind) {
                case EMPTY -> depot.fs().delete(claimed);
                case DAMAGED -> depot.fs().rename(claimed, id.concat(SegmentName.BAD));
                case OTHER_VERSION -> {
                    unwanted(id);
                    depot.fs().rename(claimed, id.concat(SegmentName.FREE));
                }
            }
        } catch (IOException stays) {
            // The next round finds it again.
        }
    }

    private void removeSuperseded(List<Segment> fresh, Census census) {
        Set<String> superseded = new HashSet<>();
        for (Segment segment : fresh) {
            superseded.addAll(segment.header.sources());
        }
        if (superseded.isEmpty()) {
            return;
        }
        fresh.removeIf(segment -> superseded.contains(segment.id) && depot.fs().delete(segment.file));
        for (String name : census.names()) {
            boolean leftover = SegmentName.isSegment(name) && !SegmentName.isTail(name);
            if (leftover && superseded.contains(SegmentName.idOf(name))) {
                depot.fs().delete(name);
            }
        }
    }

    private void shelve(Segment segment) {
        depot.shelf().add(segment, true);
        if (segment.isDone()) {
            depot.shelf().discard(segment);
        } else if (!segment.isWantedBy(depot.readers().destinations())) {
            unwanted(segment.id);
            depot.shelf().release(segment);
        }
    }
}
