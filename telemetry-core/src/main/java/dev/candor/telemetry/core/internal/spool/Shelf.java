package dev.candor.telemetry.core.internal.spool;

import dev.candor.telemetry.Purpose;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The segments in this process's keeping, the oldest first: those that it claimed and the one that it writes.
 *
 * <p>Its lock guards them and their stocks. It is held for at most one small file operation, never while waiting.
 */
final class Shelf {

    private final SpoolFs fs;
    private final Cursors cursors;
    private final Ages ages;
    private final SpoolOptions.Limits limits;
    private final List<Segment> segments = new ArrayList<>();
    private @Nullable Checksum checksum;
    private int heeded;
    private final Arrivals arrivals;

    Shelf(SpoolFs fs, Ages ages, SpoolOptions.Limits limits, Arrivals arrivals) {
        this.fs = fs;
        this.arrivals = arrivals;
        this.cursors = new Cursors(fs);
        this.ages = ages;
        this.limits = limits;
    }

    /** A frame that a reader may send, and where it ends in its segment. */
    record Pick(Segment segment, Frame frame, int end) {}

    /** Takes a segment into keeping. Its frames are counted as found when others had kept them. */
    synchronized void add(Segment segment, boolean found) {
        int at = segments.size();
        while (at > 0 && segments.get(at - 1).id.compareTo(segment.id) > 0) {
            at--;
        }
        segments.add(at, segment);
        segment.kept = true;
        segment.counted = true;
        if (found) {
            for (Stock stock : segment.stocks) {
                stock.account.find(stock.waiting);
            }
        }
        arrivals.signal();
    }

    /** Takes up the first frames of a group that were just appended to the live segment. */
    synchronized void grow(Segment live, Group group, int count, Accounts accounts) {
        if (count == 0) {
            return;
        }
        byte[] bytes = group.array();
        for (int i = 0; i < count; i++) {
            int at = group.start(i);
            for (int d = 0; d < FrameView.destinationsAt(bytes, at); d++) {
                Stock stock = live.stock(FrameView.destinationAt(bytes, at, d), accounts, live.end);
                stock.waiting++;
            }
        }
        live.end += group.end(count - 1);
        arrivals.signal();
    }

    /** The oldest frames for a destination; what is withdrawn or too old in front of them is dropped. */
    synchronized List<Pick> pick(long destination, int maxFrames, int maxBytes) {
        List<Pick> picks = new ArrayList<>();
        int budget = maxBytes;
        Checksum fast = checksum;
        if (fast == null) {
            // Not before somebody reads: a short command never loads it.
            fast = new Checksum.Fast();
            checksum = fast;
        }
        Ages.Moment now = ages.moment();
        for (Segment segment : List.copyOf(segments)) {
            Stock stock = segment.stock(destination);
            if (stock == null || stock.waiting == 0) {
                continue;
            }
            try {
                Picking picking = new Picking(segment, stock, fast, now, picks, maxFrames, budget);
                picking.run(fs, this);
                budget = picking.budget();
                if (picking.full()) {
                    break;
                }
            } catch (IOException unreadable) {
                // Taken over by another process, or only out of reach for now.
                if (fs.length(segment.file) == 0) {
                    leave(segment);
                }
            }
        }
        return picks;
    }

    /** Whether a frame must not be sent any more, and why; null when it may be. */
    @Nullable
    DropReason verdict(Segment segment, Purpose purpose, long madeAt) {
        return verdict(segment, purpose, madeAt, ages.moment());
    }

    /** The same for one of many. */
    @Nullable
    DropReason verdict(Segment segment, Purpose purpose, long madeAt, Ages.Moment now) {
        if (segment.withdrawn.contains(purpose)) {
            return DropReason.WITHDRAWN;
        }
        return now.age(madeAt, segment) > limits.age().toMillis() ? DropReason.TOO_OLD : null;
    }

    /** The picks are done with. Returns how many of them were still in keeping. */
    synchronized int settle(long destination, List<Pick> picks) {
        int settled = 0;
        for (int i = 0; i < picks.size(); i++) {
            Pick pick = picks.get(i);
            Stock stock = pick.segment.stock(destination);
            if (stock == null || !pick.segment.kept || pick.end <= stock.cursor) {
                continue;
            }
            stock.cursor = pick.end;
            stock.waiting--;
            settled++;
            boolean lastOfSegment = i + 1 == picks.size() || picks.get(i + 1).segment != pick.segment;
            if (lastOfSegment) {
                record(pick.segment, stock);
            }
        }
        return settled;
    }

    /** Persists a cursor, or removes the segment that nobody needs any more. */
    void record(Segment segment, Stock stock) {
        segment.progressed = ages.monotonic();
        segment.quietRounds = 0;
        if (segment.isDone() && !segment.live) {
            discard(segment);
            return;
        }
        try {
            cursors.write(segment.id, segment.header.salt(), stock.destination, stock.cursor);
        } catch (IOException unwritten) {
            // Without a cursor the frames come again in the next process; in this one the stock knows.
        }
    }

    /** Removes a finished segment; first the segment, so that no cursor's loss can bring frames back. */
    synchronized void discard(Segment segment) {
        takeOff(segment);
        if (segment.damaged) {
            try {
                fs.rename(segment.file, segment.id.concat(SegmentName.BAD));
            } catch (IOException stays) {
                fs.delete(segment.file);
            }
        } else {
            fs.delete(segment.file);
        }
        cursors.delete(segment);
    }

    /** Gives up a segment and counts what waited in it as dropped. */
    synchronized void drop(Segment segment, DropReason reason) {
        if (segment.kept) {
            for (Stock stock : segment.stocks) {
                stock.account.drop(reason, stock.waiting);
                stock.waiting = 0;
            }
            discard(segment);
        }
    }

    /** Takes a segment off without touching its file; what waits in it is somebody else's now. */
    synchronized void leave(Segment segment) {
        if (takeOff(segment)) {
            for (Stock stock : segment.stocks) {
                stock.account.leave(stock.waiting);
            }
        }
    }

    /** Takes a segment off for a moment, to put it back or another in its place; counts nothing. */
    synchronized boolean takeOff(Segment segment) {
        segment.kept = false;
        return segments.remove(segment);
    }

    /** Makes a segment free for any process. */
    synchronized void release(Segment segment) {
        if (segment.kept) {
            rename(segment, segment.id.concat(SegmentName.FREE));
            leave(segment);
        }
    }

    /** Gives a segment's file another name, in one step for the readers. */
    synchronized void rename(Segment segment, String name) {
        try {
            fs.rename(segment.file, name);
            segment.file = name;
        } catch (IOException stays) {
            // It keeps its name, and is taken over once this process's sign of life is gone.
        }
    }

    /** The live segment gets no more frames; whether it was removed because nobody needs it any more. */
    synchronized boolean retire(Segment segment) {
        segment.live = false;
        if (segment.kept && segment.ours && segment.isDone()) {
            discard(segment);
            return true;
        }
        return false;
    }

    synchronized List<Segment> segments() {
        return List.copyOf(segments);
    }

    synchronized long waiting(long destination) {
        long waiting = 0;
        for (Segment segment : segments) {
            Stock stock = segment.stock(destination);
            waiting += stock == null ? 0 : stock.waiting;
        }
        return waiting;
    }

    /** Marks what was withdrawn since each segment was begun. */
    synchronized void heed(Withdrawals withdrawals) {
        if (withdrawals.generation() != heeded) {
            heeded = withdrawals.generation();
            for (Segment segment : segments) {
                segment.withdrawn = withdrawals.since(segment.header.generation());
            }
        }
    }

    Cursors cursors() {
        return cursors;
    }
}
