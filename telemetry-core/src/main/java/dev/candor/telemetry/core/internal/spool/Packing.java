package dev.candor.telemetry.core.internal.spool;

import java.io.IOException;
import java.util.List;

/**
 * Compresses segments that wait in vain, before any of them is evicted for want of room.
 *
 * <p>Every frame repeats what its run had to say about itself, so that segments of short commands become five times
 * smaller. Only full segments that nobody holds are packed, two at a time: it may be a short command
 * that meets the cap, and two make room for more than the segment of the usual size that it filled.
 */
final class Packing {

    private static final int MOST_AT_ONCE = 2;

    private final Depot depot;
    private final Stocktaking stocktaking;
    private final Rewriting rewriting;
    private final Checksum checksum;

    Packing(Depot depot, Stocktaking stocktaking, Rewriting rewriting, Checksum checksum) {
        this.depot = depot;
        this.stocktaking = stocktaking;
        this.rewriting = rewriting;
        this.checksum = checksum;
    }

    /** Packs free segments, the oldest first, until a quarter of the room is free or it was enough for one time. */
    void run(List<String> names) {
        long limit = depot.options().limits().bytes();
        long excess = Occupancy.of(depot.fs(), names).bytes() - limit / 4 * 3;
        int packed = 0;
        for (String name : names) {
            if (excess <= 0 || packed == MOST_AT_ONCE) {
                return;
            }
            if (SegmentName.isFree(name) && isPlain(name)) {
                excess -= pack(name);
                packed++;
            }
        }
    }

    private boolean isPlain(String name) {
        try {
            SegmentHeader header = SegmentHeader.read(checksum, depot.fs().read(name, 0, SegmentHeader.SIZE));
            return header != null && !header.packed();
        } catch (IOException gone) {
            return false;
        }
    }

    /** How many bytes that saved. */
    private long pack(String name) {
        String id = SegmentName.idOf(name);
        String claimed = SegmentName.claim(id, depot.identity().token());
        long before = depot.fs().length(name);
        try {
            depot.fs().rename(name, claimed);
            String packed = rewriting.move(List.of(stocktaking.look(claimed, id)), true);
            if (packed == null) {
                return before;
            }
            Segment segment = stocktaking.look(packed, SegmentName.idOf(packed)).segment;
            depot.shelf().add(segment, true);
            depot.shelf().release(segment);
            return before - depot.fs().length(segment.file);
        } catch (IOException failed) {
            giveBack(claimed, name);
            return 0;
        }
    }

    private void giveBack(String claimed, String name) {
        try {
            if (depot.fs().length(claimed) > 0) {
                depot.fs().rename(claimed, name);
            }
        } catch (IOException stays) {
            // A reader takes it over.
        }
    }
}
