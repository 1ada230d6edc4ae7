package dev.candor.telemetry.core.internal.spool;

import java.util.EnumMap;
import java.util.Map;

/** Counts losses by reason; any thread may add. */
final class Tally {

    private final Map<DropReason, Long> counts = new EnumMap<>(DropReason.class);

    synchronized void add(DropReason reason, long count) {
        if (count > 0) {
            counts.merge(reason, count, Long::sum);
        }
    }

    synchronized void addAll(Map<DropReason, Long> others) {
        others.forEach(this::add);
    }

    synchronized Map<DropReason, Long> counts() {
        return Map.copyOf(counts);
    }
}
