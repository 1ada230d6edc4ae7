package dev.candor.telemetry.core.internal.delivery;

import dev.candor.telemetry.spi.Signal;
import dev.candor.telemetry.spi.UsageEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Holds event types to their daily caps over all processes of a tool: counts what a destination was sent of each type and day.
 *
 * <p>The processes that record share nothing and pay nothing; whichever delivers knows what was sent before it. Days are those of UTC, by
 * the time of each event. Used by the destination's worker alone. Processes that deliver at the same moment do not see each other's
 * batch, and then a day gets a batch too many of each.
 */
public final class DailyCaps {
    private static final long DAY_MILLIS = 86_400_000;

    private final Map<String, Integer> caps;
    private final CapCounts sent;
    private final Map<String, Integer> batch = new HashMap<>();
    private Map<String, Integer> counted = Map.of();

    /**
     * Caps by the names of event types; a type without one is not counted.
     *
     * @param sent where the counts are kept
     */
    public DailyCaps(Map<String, Integer> caps, CapCounts sent) {
        this.caps = Map.copyOf(caps);
        this.sent = sent;
    }

    /** No caps, and nothing is counted. */
    public static DailyCaps none() {
        return new DailyCaps(Map.of(), CapCounts.none());
    }

    /** A batch begins: what the one before it was offered and did not deliver counts for nothing. */
    void begin() {
        batch.clear();
        counted = caps.isEmpty() ? counted : sent.load();
    }

    /** Whether a signal may be sent with those of this batch that may be sent before it. */
    boolean admits(Signal signal) {
        String key = key(signal);
        if (key.isEmpty()) {
            return true;
        }
        int before = counted.getOrDefault(key, 0) + batch.getOrDefault(key, 0);
        if (before >= caps.getOrDefault(((UsageEvent) signal).name(), Integer.MAX_VALUE)) {
            return false;
        }
        batch.merge(key, 1, Integer::sum);
        return true;
    }

    /** The receiver has these. */
    void delivered(List<Signal> signals) {
        Map<String, Integer> more = new HashMap<>();
        for (Signal signal : signals) {
            String key = key(signal);
            if (!key.isEmpty()) {
                more.merge(key, 1, Integer::sum);
            }
        }
        if (!more.isEmpty()) {
            counted = sent.add(more);
        }
    }

    /** What a signal is counted under, its day and its name; empty for one that has no cap. */
    private String key(Signal signal) {
        if (!(signal instanceof UsageEvent event) || !caps.containsKey(event.name())) {
            return "";
        }
        return Math.floorDiv(event.header().time().toEpochMilli(), DAY_MILLIS) + " " + event.name();
    }
}
