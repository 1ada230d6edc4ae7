package dev.candor.telemetry.core.internal.spool;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Moves the frames that somebody still waits for into one new segment: to merge small segments, and to remove what was
 * withdrawn.
 *
 * <p>The new segment names its sources and becomes visible by one rename. Only then are the sources deleted; whoever
 * finds them beside it after a crash deletes them too, so that nothing is lost and nothing comes twice.
 */
final class Rewriting {

    private final Depot depot;
    private final Checksum checksum;
    private final Group group = new Group();
    private final PayloadBuffer block = new PayloadBuffer();

    Rewriting(Depot depot, Checksum checksum) {
        this.depot = depot;
        this.checksum = checksum;
    }

    /**
     * Moves what is left of some segments.
     *
     * @param packed whether the new segment is compressed
     * @return its name, claimed by this spool; null when nothing was worth keeping. The sources are gone
     */
    @Nullable
    String move(List<Content> sources, boolean packed) throws IOException {
        SpoolFs fs = depot.fs();
        List<String> ids = new ArrayList<>();
        for (Content source : sources) {
            ids.add(source.segment.id);
        }
        long salt = depot.identity().next();
        String id = depot.identity().nextId(SegmentName.millisOf(ids.get(0)));
        SegmentHeader header =
                new SegmentHeader(depot.ages().now(), salt, depot.withdrawals().generation(), packed, ids);
        String temporary = id.concat(SegmentName.TEMPORARY);
        String claim = null;
        try {
            if (write(temporary, header, sources)) {
                claim = SegmentName.claim(id, depot.identity().token());
                fs.rename(temporary, claim);
                fs.syncDirectory();
            } else {
                fs.delete(temporary);
            }
        } catch (IOException failed) {
            fs.delete(temporary);
            if (claim == null || fs.length(claim) == 0) {
                throw failed;
            }
        }
        for (Content source : sources) {
            remove(source.segment);
        }
        return claim;
    }

    private void remove(Segment source) {
        if (source.damaged) {
            try {
                depot.fs().rename(source.file, source.id.concat(SegmentName.BAD));
            } catch (IOException stays) {
                depot.fs().delete(source.file);
            }
        } else {
            depot.fs().delete(source.file);
        }
        depot.shelf().cursors().delete(source);
    }

    /** Whether there was anything to write. */
    private boolean write(String name, SegmentHeader header, List<Content> sources) throws IOException {
        int offset = header.length();
        try (SpoolFs.Appender out = depot.fs().create(name)) {
            PayloadBuffer start = new PayloadBuffer();
            header.write(checksum, start);
            out.write(start.array(), 0, start.length());
            group.clear();
            for (Content source : sources) {
                FrameScanner frames = source.frames();
                for (int at = frames.next(); at >= 0; at = frames.next()) {
                    take(source.segment, source.bytes, at);
                    if (header.packed() ? group.length() >= Packed.BLOCK : group.isFull()) {
                        offset += flush(out, header, offset);
                    }
                }
            }
            offset += flush(out, header, offset);
            out.sync();
        }
        return offset > header.length();
    }

    /** How many bytes of frames there were. */
    private int flush(SpoolFs.Appender out, SegmentHeader header, int offset) throws IOException {
        int length = group.length();
        if (length > 0) {
            group.seal(checksum, header.salt());
            if (header.packed()) {
                block.clear();
                Packed.write(group, offset, checksum, header.salt(), block);
                out.write(block.array(), 0, block.length());
            } else {
                out.write(group.array(), 0, length);
            }
            group.clear();
        }
        return length;
    }

    private void take(Segment segment, byte[] bytes, int at) {
        long[] waiting = new long[FrameFormat.MAX_DESTINATIONS];
        int count = 0;
        DropReason verdict =
                depot.shelf().verdict(segment, FrameView.purposeAt(bytes, at), FrameView.timeAt(bytes, at));
        for (int i = 0; i < FrameView.destinationsAt(bytes, at); i++) {
            Stock stock = segment.stock(FrameView.destinationAt(bytes, at, i));
            if (stock == null || at < stock.cursor) {
                continue;
            }
            if (verdict == null) {
                waiting[count++] = stock.destination;
            } else {
                stock.account.drop(verdict, 1);
                stock.waiting--;
                if (!segment.counted) {
                    stock.account.find(1);
                }
            }
        }
        if (count > 0) {
            group.add(FrameView.read(bytes, at), java.util.Arrays.copyOf(waiting, count));
        }
    }
}
