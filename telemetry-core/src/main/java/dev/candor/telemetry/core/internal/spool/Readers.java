package dev.candor.telemetry.core.internal.spool;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The destinations that a process reads for; a destination may be looked at by more than one reader at a time. */
final class Readers {

    private final Map<Long, Integer> open = new HashMap<>();

    synchronized void open(long destination) {
        open.merge(destination, 1, Integer::sum);
    }

    synchronized void close(long destination) {
        open.computeIfPresent(destination, (key, count) -> count == 1 ? null : count - 1);
    }

    synchronized Set<Long> destinations() {
        return Set.copyOf(open.keySet());
    }

    synchronized boolean isEmpty() {
        return open.isEmpty();
    }
}
