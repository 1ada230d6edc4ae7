package dev.candor.telemetry.core.internal.spool;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What waits in a whole directory, whoever keeps it.
 *
 * @param events frames that wait for at least one destination
 * @param waiting frames that wait for each destination
 * @param occupancy how much room they take
 */
record Survey(long events, Map<Long, Long> waiting, Occupancy occupancy) {

    static final Survey NOTHING = new Survey(0, Map.of(), new Occupancy(0, 0));

    /** Reads every segment; changes nothing. */
    static Survey of(Depot depot, Stocktaking stocktaking) throws IOException {
        List<String> names = depot.fs().list();
        long events = 0;
        Map<Long, Long> waiting = new HashMap<>();
        for (String name : names) {
            if (!SegmentName.isSegment(name)) {
                continue;
            }
            String id = SegmentName.isTail(name) ? depot.identity().nextId(0) : SegmentName.idOf(name);
            try {
                Content content = stocktaking.look(name, id);
                events += content.waitingFrames;
                for (Stock stock : content.segment.stocks) {
                    waiting.merge(stock.destination, (long) stock.waiting, Long::sum);
                }
            } catch (IOException gone) {
                // Renamed or finished while this looks on.
            }
        }
        return new Survey(events, waiting, Occupancy.of(depot.fs(), names));
    }
}
