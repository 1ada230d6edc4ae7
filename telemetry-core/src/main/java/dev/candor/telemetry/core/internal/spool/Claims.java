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
 * <p>Free segments are anybody's; open and claimed ones only when whoever held them is dead. What this process cannot
 * use goes back at once. It takes no more than it can use soon: other processes may want to share the work.
 */
final class Claims {

    /** How many segments' worth of bytes one process takes at a time. */
    private static final int BUDGET_SEGMENTS = 8;

    /** From how many free segments on even those beyond the budget are taken, to be merged. */
    private static final int CROWD = 64;

    private final Depot depot;
    private final Stocktaking stocktaking;
    private final Merging merging;
    private final Set<String> unwanted = new HashSet<>();
    private final Map<String, Long> pausedUntil = new HashMap<>();
    private boolean more;

    Claims(Depot depot, Stocktaking stocktaking, Merging merging) {
        this.depot = depot;
        this.stocktaking = stocktaking;
        this.merging = merging;
    }

    /** Whether the last round left free segments for later. */
    boolean hasMore() {
        return more;
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

    void take(Census census) {
        Set<String> kept = new HashSet<>();
        for (Segment segment : depot.shelf().segments()) {
            kept.add(segment.id);
        }
        List<Content> fresh = new ArrayList<>();
        Set<String> superseded = new HashSet<>();
        for (String name : census.names()) {
            if (isOrphan(census, name, kept)) {
                claim(name, SegmentName.idOf(name), fresh);
            }
        }
        for (Content source : fresh) {
            superseded.addAll(source.segment.header.sources());
        }
        takeFree(census, fresh);
        removeSuperseded(fresh, superseded, census);
        for (Content source : merging.merge(fresh)) {
            shelve(source.segment);
        }
    }

    /** Merges the small free segments and leaves the result free. */
    void merge(List<String> names) {
        List<Content> small = new ArrayList<>();
        for (String name : names) {
            if (SegmentName.isFree(name) && merging.isSmall(depot.fs().length(name))) {
                claim(name, SegmentName.idOf(name), small);
            }
        }
        for (Content content : merging.merge(small)) {
            depot.shelf().add(content.segment, true);
            depot.shelf().release(content.segment);
        }
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

    private void takeFree(Census census, List<Content> fresh) {
        List<String> free = new ArrayList<>();
        for (String name : census.names()) {
            if (SegmentName.isTail(name) || (SegmentName.isFree(name) && isWorthALook(SegmentName.idOf(name)))) {
                free.add(name);
            }
        }
        long budget = (long) BUDGET_SEGMENTS * depot.options().limits().segmentBytes();
        for (Segment segment : depot.shelf().segments()) {
            budget -= segment.live ? 0 : segment.end;
        }
        for (Content source : fresh) {
            budget -= source.bytes.length;
        }
        int left = free.size();
        more = false;
        for (String name : free) {
            if (budget <= 0 && left < CROWD) {
                more = true;
                break;
            }
            left--;
            long length = depot.fs().length(name);
            if (budget <= 0 && !merging.isSmall(length)) {
                continue;
            }
            String id = SegmentName.isTail(name)
                    ? depot.identity().nextId(depot.fs().modified(name))
                    : SegmentName.idOf(name);
            claim(name, id, fresh);
            budget -= length;
        }
    }

    private synchronized boolean isWorthALook(String id) {
        Long until = pausedUntil.get(id);
        if (until != null && until <= depot.ages().monotonic()) {
            pausedUntil.remove(id);
            until = null;
        }
        return until == null && !unwanted.contains(id);
    }

    private void claim(String name, String id, List<Content> fresh) {
        String claimed = SegmentName.claim(id, depot.identity().token());
        try {
            if (!name.equals(claimed)) {
                depot.fs().rename(name, claimed);
            }
            fresh.add(stocktaking.look(claimed, id));
        } catch (NotASegment worthless) {
            putAside(claimed, id, worthless.kind);
        } catch (IOException lostOrUnreadable) {
            // Another process was quicker, or the file cannot be read now; the next round sees.
        }
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

    private void removeSuperseded(List<Content> fresh, Set<String> superseded, Census census) {
        if (superseded.isEmpty()) {
            return;
        }
        fresh.removeIf(
                source -> superseded.contains(source.segment.id) && depot.fs().delete(source.segment.file));
        for (String name : census.names()) {
            boolean leftover = SegmentName.isSegment(name) && !SegmentName.isTail(name);
            if (leftover && superseded.contains(SegmentName.idOf(name))) {
                depot.fs().delete(name);
            }
        }
    }

    private void shelve(Segment segment) {
        if (segment.isDone()) {
            depot.shelf().add(segment, true);
            depot.shelf().discard(segment);
        } else if (segment.isWantedBy(depot.readers())) {
            depot.shelf().add(segment, true);
        } else {
            unwanted(segment.id);
            depot.shelf().add(segment, true);
            depot.shelf().release(segment);
        }
    }

    synchronized void unwanted(String id) {
        unwanted.add(id);
    }
}
