package dev.candor.telemetry.core.internal.spool;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps a spool within its bytes, segments and age: the oldest goes first, and is counted. */
final class Caps {

    private final Depot depot;
    private final Stocktaking stocktaking;

    Caps(Depot depot, Stocktaking stocktaking) {
        this.depot = depot;
        this.stocktaking = stocktaking;
    }

    /** Evicts what is over the caps; names are sorted, so the oldest come first. */
    void enforce(List<String> names) {
        Map<String, Segment> kept = new HashMap<>();
        for (Segment segment : depot.shelf().segments()) {
            kept.put(segment.file, segment);
        }
        List<String> evictable = new ArrayList<>();
        for (String name : names) {
            Segment own = kept.get(name);
            if (own == null ? SegmentName.isFree(name) || SegmentName.isTail(name) : !own.live) {
                evictable.add(name);
            }
        }
        Occupancy occupancy = Occupancy.of(depot.fs(), names);
        long bytes = occupancy.bytes();
        int count = occupancy.segments();
        SpoolOptions.Limits limits = depot.options().limits();
        for (String name : evictable) {
            boolean over = bytes > limits.bytes() || count > limits.segments();
            if (over || isOutdated(name, kept.get(name))) {
                DropReason reason = bytes > limits.bytes() ? DropReason.TOO_MANY_BYTES : DropReason.TOO_MANY_SEGMENTS;
                long length = depot.fs().length(name);
                if (evict(name, kept.get(name), over ? reason : DropReason.TOO_OLD, over)) {
                    bytes -= length;
                    count--;
                }
            }
        }
    }

    private boolean isOutdated(String name, @Nullable Segment own) {
        long age = depot.options().limits().age().toMillis();
        return own == null && SegmentName.isFree(name) && depot.ages().now() - SegmentName.millisOf(name) > age;
    }

    private boolean evict(String name, @Nullable Segment own, DropReason reason, boolean whateverItsAge) {
        if (own != null) {
            depot.shelf().drop(own, reason);
            return true;
        }
        String id =
                SegmentName.isTail(name) ? depot.identity().nextId(depot.ages().now()) : SegmentName.idOf(name);
        String claimed = SegmentName.claim(id, depot.identity().token());
        try {
            depot.fs().rename(name, claimed);
            Content content = stocktaking.look(claimed, id);
            Segment segment = content.segment;
            long age = depot.options().limits().age().toMillis();
            depot.shelf().add(segment, true);
            if (!whateverItsAge && depot.ages().moment().age(content.newest, segment) <= age) {
                depot.shelf().release(segment);
                return false;
            }
            depot.shelf().drop(segment, reason);
            return true;
        } catch (NotASegment worthless) {
            return depot.fs().delete(claimed);
        } catch (IOException gone) {
            return false;
        }
    }
}
