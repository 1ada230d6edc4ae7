package dev.candor.telemetry.core.internal.spool;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Reads what waits for one destination in a whole directory, whoever writes or claimed it; changes nothing. */
final class Viewing {

    private final Depot depot;
    private final Stocktaking stocktaking;
    private final long destination;
    private final int maxFrames;
    private final List<Frame> frames = new ArrayList<>();
    private int budget;

    Viewing(Depot depot, Stocktaking stocktaking, long destination, int maxFrames, int maxBytes) {
        this.depot = depot;
        this.stocktaking = stocktaking;
        this.destination = destination;
        this.maxFrames = maxFrames;
        this.budget = maxBytes;
    }

    /** The oldest frames, as long as there are not too many. */
    List<Frame> frames() throws IOException {
        List<String> names = new ArrayList<>(depot.fs().list());
        Collections.sort(names);
        for (String name : names) {
            if (SegmentName.isSegment(name)) {
                try {
                    boolean tail = SegmentName.isTail(name);
                    String id = tail ? depot.identity().nextId(0) : SegmentName.idOf(name);
                    view(stocktaking.look(name, id));
                } catch (IOException gone) {
                    // Renamed or finished while this looks on.
                }
            }
        }
        return frames;
    }

    private void view(Content content) {
        Segment segment = content.segment;
        Stock stock = segment.stock(destination);
        FrameScanner scanner = content.frames();
        for (int at = scanner.next(); stock != null && at >= 0; at = scanner.next()) {
            Frame frame = at < stock.cursor ? null : FrameView.read(content.bytes, at);
            if (frame != null
                    && frame.isFor(destination)
                    && depot.shelf().verdict(segment, frame.purpose(), frame.timeMillis()) == null) {
                budget -= frame.payload().length;
                if (frames.size() == maxFrames || budget < 0) {
                    return;
                }
                frames.add(frame);
            }
        }
    }
}
