package dev.candor.telemetry.core.internal.spool;

import dev.candor.telemetry.Purpose;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A segment in this process's keeping. Guarded by the shelf once it stands there. */
final class Segment {

    final String id;
    final SegmentHeader header;
    final List<Stock> stocks = new ArrayList<>(4);

    /** When it came into this process's keeping, monotonic milliseconds. */
    final long since;

    /** Whether every frame in it was accepted by this process. */
    final boolean ours;

    String file;
    int end;
    boolean live;
    boolean kept;
    boolean counted;
    boolean damaged;
    long modified;
    long progressed;
    int quietRounds;
    Set<Purpose> withdrawn = Set.of();

    Segment(String id, String file, SegmentHeader header, int end, long since, boolean ours) {
        this.id = id;
        this.file = file;
        this.header = header;
        this.end = end;
        this.since = since;
        this.progressed = since;
        this.ours = ours;
    }

    @Nullable
    Stock stock(long destination) {
        for (int i = 0; i < stocks.size(); i++) {
            Stock each = stocks.get(i);
            if (each.destination == destination) {
                return each;
            }
        }
        return null;
    }

    Stock stock(long destination, Accounts accounts, int start) {
        Stock known = stock(destination);
        if (known == null) {
            known = new Stock(destination, accounts.of(destination), start);
            stocks.add(known);
        }
        return known;
    }

    /** Whether nobody waits for anything in it. */
    boolean isDone() {
        for (Stock stock : stocks) {
            if (stock.waiting > 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether anybody but these waits for something in it. */
    boolean isWantedBeside(Set<Long> destinations) {
        for (Stock stock : stocks) {
            if (stock.waiting > 0 && !destinations.contains(stock.destination)) {
                return true;
            }
        }
        return false;
    }

    /** Whether any of these waits for something in it. */
    boolean isWantedBy(Set<Long> destinations) {
        for (Stock stock : stocks) {
            if (stock.waiting > 0 && destinations.contains(stock.destination)) {
                return true;
            }
        }
        return false;
    }
}
