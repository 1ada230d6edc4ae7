package dev.candor.telemetry.core.internal.spool;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Merges small segments, so that many short commands leave few files. */
final class Merging {

    /** Fewer are not worth a write. */
    private static final int LEAST = 4;

    private static final int MOST = 2_000;

    private final Depot depot;
    private final Stocktaking stocktaking;
    private final Rewriting rewriting;
    private final int target;

    Merging(Depot depot, Stocktaking stocktaking, Rewriting rewriting) {
        this.depot = depot;
        this.stocktaking = stocktaking;
        this.rewriting = rewriting;
        this.target = depot.options().limits().segmentBytes();
    }

    boolean isSmall(long length) {
        return length < target / 4;
    }

    /** Segments that are not on the shelf yet, and what is left of them once the small ones are merged. */
    List<Segment> merge(List<Segment> fresh) {
        List<Segment> result = new ArrayList<>();
        List<Segment> small = new ArrayList<>();
        for (Segment segment : fresh) {
            (isSmall(segment.end) ? small : result).add(segment);
        }
        if (small.size() < LEAST) {
            return fresh;
        }
        small.sort(Comparator.comparing(segment -> segment.id));
        List<Segment> batch = new ArrayList<>();
        int bytes = 0;
        for (Segment segment : small) {
            if (bytes + segment.end > target || batch.size() == MOST) {
                mergeBatch(batch, result);
                batch = new ArrayList<>();
                bytes = 0;
            }
            batch.add(segment);
            bytes += segment.end;
        }
        mergeBatch(batch, result);
        return result;
    }

    private void mergeBatch(List<Segment> batch, List<Segment> result) {
        if (batch.size() < 2) {
            result.addAll(batch);
            return;
        }
        try {
            List<Content> sources = new ArrayList<>();
            for (Segment segment : batch) {
                sources.add(stocktaking.read(segment));
            }
            String claim = rewriting.move(sources, false);
            if (claim != null) {
                result.add(stocktaking.look(claim, SegmentName.idOf(claim)).segment);
            }
        } catch (IOException failed) {
            // The sources are as good as before, and so is the new segment if it exists: the next round finds it.
            for (Segment segment : batch) {
                if (depot.fs().length(segment.file) > 0) {
                    result.add(segment);
                }
            }
        }
    }
}
