package dev.candor.telemetry.core.internal.spool;

import dev.candor.telemetry.Purpose;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Removes the frames of some purposes from every file of a spool, whoever holds it.
 *
 * <p>What another process writes or reads is renamed away from under it: its writer notices after its next append and
 * writes again without what was withdrawn, its readers find the segment gone.
 */
final class Purging {

    private final Depot depot;
    private final Stocktaking stocktaking;
    private final Rewriting rewriting;
    private final Set<Purpose> purposes;

    Purging(Depot depot, Stocktaking stocktaking, Rewriting rewriting, Set<Purpose> purposes) {
        this.depot = depot;
        this.stocktaking = stocktaking;
        this.rewriting = rewriting;
        this.purposes = purposes;
    }

    void run(List<String> names) throws IOException {
        IOException failure = null;
        Set<String> own = new HashSet<>();
        for (Segment segment : depot.shelf().segments()) {
            own.add(segment.id);
            if (!segment.live) {
                try {
                    purgeOwn(segment);
                } catch (IOException failed) {
                    failure = failed;
                }
            }
        }
        for (String name : names) {
            if (SegmentName.isBad(name) || SegmentName.isTemporary(name)) {
                depot.fs().delete(name);
            } else if (SegmentName.isTail(name)) {
                purgeOther(name, depot.identity().nextId(depot.ages().now()));
            } else if (SegmentName.isSegment(name) && !own.contains(SegmentName.idOf(name))) {
                purgeOther(name, SegmentName.idOf(name));
            }
        }
        depot.fs().syncDirectory();
        if (failure != null) {
            throw failure;
        }
    }

    private void purgeOwn(Segment segment) throws IOException {
        if (depot.fs().length(segment.file) == 0) {
            depot.shelf().leave(segment);
            return;
        }
        Content content = stocktaking.read(segment);
        if (!content.holds(purposes) || !depot.shelf().takeOff(segment)) {
            return;
        }
        try {
            put(rewriting.move(List.of(content), content.segment.header.packed()), false);
        } catch (IOException failed) {
            depot.shelf().add(segment, false);
            throw failed;
        }
    }

    private void purgeOther(String name, String id) {
        String claimed = SegmentName.claim(id, depot.identity().token());
        try {
            depot.fs().rename(name, claimed);
            Content content = stocktaking.look(claimed, id);
            if (content.holds(purposes)) {
                put(rewriting.move(List.of(content), content.segment.header.packed()), true);
            } else {
                depot.fs().rename(claimed, id.concat(SegmentName.FREE));
            }
        } catch (NotASegment worthless) {
            depot.fs().delete(claimed);
        } catch (IOException gone) {
            // Its holder renamed or finished it; the generation keeps what is left from being sent.
        }
    }

    private void put(@Nullable String claim, boolean found) throws IOException {
        if (claim == null) {
            return;
        }
        Segment segment = stocktaking.look(claim, SegmentName.idOf(claim)).segment;
        depot.shelf().add(segment, found);
        if (!segment.isWantedBy(depot.readers().destinations())) {
            depot.shelf().release(segment);
        }
    }
}
