package dev.candor.telemetry.core.internal.spool;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Removes what crashes leave behind: cursors without a segment, half-written files, old quarantine. */
final class Sweeping {

    private static final long BAD_MILLIS = 24 * 3_600_000L;
    private static final long BAD_BYTES = 1 << 20;

    private final Depot depot;

    Sweeping(Depot depot) {
        this.depot = depot;
    }

    void sweep(Census census) {
        List<String> names = census.names();
        long lease = depot.options().limits().lease().toMillis();
        Set<String> ids = new HashSet<>();
        for (String name : names) {
            if (SegmentName.isSegment(name) && !SegmentName.isTail(name)) {
                ids.add(SegmentName.idOf(name));
            }
        }
        long bad = 0;
        for (int i = names.size() - 1; i >= 0; i--) {
            String name = names.get(i);
            if (SegmentName.isBad(name)) {
                bad += depot.fs().length(name);
                if (bad > BAD_BYTES || census.isStale(name, BAD_MILLIS)) {
                    depot.fs().delete(name);
                }
            } else if (isLitter(name, ids) && census.isStale(name, lease)) {
                // Only after a while: a look at a directory may miss a file that is being renamed.
                depot.fs().delete(name);
            }
        }
    }

    private static boolean isLitter(String name, Set<String> ids) {
        return SegmentName.isTemporary(name) || (SegmentName.isAck(name) && !ids.contains(SegmentName.idOf(name)));
    }
}
