package dev.candor.telemetry.core.internal.spool;

import java.util.Map;
import java.util.TreeMap;

/** Counts losses by reason; any thread may add. */
final class Tally {

    private final Map<DropReason, Long> counts = new TreeMap<>();

    synchronized void add(DropReason reason, long count) {
        if (count > 0) {
            // Not merged with Long::sum, whose lambda would cost a short command on a full disk 10 ms.
            Long known = counts.get(reason);
            counts.put(reason, known == null ? count : known + count);
        }
    }

    synchronized void addAll(Map<DropReason, Long> others) {
        for (Map.Entry<DropReason, Long> each : others.entrySet()) {
            add(each.getKey(), each.getValue());
        }
    }

    synchronized Map<DropReason, Long> counts() {
        return Map.copyOf(counts);
    }
}
