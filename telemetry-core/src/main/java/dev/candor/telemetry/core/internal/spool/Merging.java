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
    List<Content> merge(List<Content> fresh) {
        List<Content> result = new ArrayList<>();
        List<Content> small = new ArrayList<>();
        for (Content source : fresh) {
            (isSmall(source.bytes.length) ? small : result).add(source);
        }
        if (small.size() < LEAST) {
            return fresh;
        }
        small.sort(Comparator.comparing(source -> source.segment.id));
        List<Content> batch = new ArrayList<>();
        int bytes = 0;
        for (Content source : small) {
            if (bytes + source.bytes.length > target || batch.size() == MOST) {
                mergeBatch(batch, result);
                batch = new ArrayList<>();
                bytes = 0;
            }
            batch.add(source);
            bytes += source.bytes.length;
        }
        mergeBatch(batch, result);
        return result;
    }

    private void mergeBatch(List<Content> batch, List<Content> result) {
        if (batch.size() < 2) {
            result.addAll(batch);
            return;
        }
        try {
            String claim = rewriting.move(batch);
            if (claim != null) {
                result.add(stocktaking.look(claim, SegmentName.idOf(claim)));
            }
        } catch (IOException failed) {
            // The sources are as good as before, and so is the new segment if it exists.
            for (Content source : batch) {
                if (depot.fs().length(source.segment.file) > 0) {
                    result.add(source);
                }
            }
        }
    }
}
