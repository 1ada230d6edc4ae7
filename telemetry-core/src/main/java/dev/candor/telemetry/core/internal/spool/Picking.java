package dev.candor.telemetry.core.internal.spool;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Picks one destination's frames from one segment, from its cursor on. The shelf's lock is held. */
final class Picking {

    private static final int LEAST_CHUNK = 64 * 1024;

    private final Segment segment;
    private final Stock stock;
    private final Checksum checksum;
    private final Ages.Moment now;
    private final List<Shelf.Pick> picks;
    private final int maxFrames;
    private int budget;
    private int left;
    private int at;
    private int picked;
    private boolean dropped;
    private boolean full;

    Picking(
            Segment segment,
            Stock stock,
            Checksum checksum,
            Ages.Moment now,
            List<Shelf.Pick> picks,
            int maxFrames,
            int budget) {
        this.segment = segment;
        this.stock = stock;
        this.checksum = checksum;
        this.now = now;
        this.picks = picks;
        this.maxFrames = maxFrames;
        this.budget = budget;
        this.left = stock.waiting;
        this.at = stock.cursor;
    }

    int budget() {
        return budget;
    }

    /** Whether the batch ends here. */
    boolean full() {
        return full;
    }

    void run(SpoolFs fs, Shelf shelf) throws IOException {
        int chunk = LEAST_CHUNK;
        while (left > 0 && !full && at < segment.end) {
            // A packed one is expanded whole for each read.
            int wanted = segment.header.packed() ? segment.end - at : Math.min(chunk, segment.end - at);
            byte[] bytes = read(fs, wanted);
            if (bytes.length == 0) {
                throw new IOException("the segment is gone");
            }
            boolean last = wanted == segment.end - at || bytes.length < wanted;
            int consumed = take(bytes, shelf);
            at += consumed;
            if (consumed == 0 && last) {
                break;
            }
            chunk = consumed == 0 ? chunk + FrameFormat.MAX_FRAME : LEAST_CHUNK;
        }
        if (left > 0 && !full) {
            // They were there when the segment was looked through, and cannot be read any more.
            stock.account.drop(DropReason.DAMAGED, left);
            stock.waiting -= left;
            dropped = true;
        }
        if (dropped && segment.isDone() && !segment.live) {
            shelf.discard(segment);
        }
    }

    private byte[] read(SpoolFs fs, int wanted) throws IOException {
        if (!segment.header.packed()) {
            return fs.read(segment.file, at, wanted);
        }
        // Its plain form was as long when it was looked through.
        byte[] file = fs.read(segment.file, 0, segment.end + Packed.BLOCK);
        byte[] plain =
                Packed.expand(file, segment.header, checksum, segment.end).plain();
        return Arrays.copyOfRange(plain, Math.min(at, plain.length), Math.min(at + wanted, plain.length));
    }

    /** How many bytes were used up: up to the end of the last whole frame that was looked at. */
    private int take(byte[] bytes, Shelf shelf) {
        FrameScanner scanner = new FrameScanner(checksum, segment.header.salt(), bytes, 0, bytes.length);
        int used = 0;
        for (int start = scanner.next(); start >= 0 && left > 0; start = scanner.next()) {
            if (isOurs(bytes, start) && !offer(bytes, start, at + scanner.frameEnd(), shelf)) {
                full = true;
                return used;
            }
            used = scanner.frameEnd();
        }
        return used;
    }

    private boolean isOurs(byte[] bytes, int start) {
        for (int i = 0; i < FrameView.destinationsAt(bytes, start); i++) {
            if (FrameView.destinationAt(bytes, start, i) == stock.destination) {
                return true;
            }
        }
        return false;
    }

    private boolean offer(byte[] bytes, int start, int end, Shelf shelf) {
        DropReason verdict = verdict(bytes, start, shelf);
        if (verdict != null) {
            // Only in front: a cursor cannot leave a hole, so a frame in the middle ends the batch and comes first
            // next.
            if (picked > 0) {
                return false;
            }
            dropped = true;
            left--;
            stock.waiting--;
            stock.cursor = end;
            stock.account.drop(verdict, 1);
            return true;
        }
        Frame frame = FrameView.read(bytes, start);
        budget -= frame.payload().length;
        if (picks.size() == maxFrames || (budget < 0 && !picks.isEmpty())) {
            return false;
        }
        picks.add(new Shelf.Pick(segment, frame, end));
        picked++;
        left--;
        return true;
    }

    private @Nullable DropReason verdict(byte[] bytes, int start, Shelf shelf) {
        return shelf.verdict(segment, FrameView.purposeAt(bytes, start), FrameView.timeAt(bytes, start), now);
    }
}
