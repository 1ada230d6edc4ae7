package dev.candor.telemetry.core.internal.delivery;

import java.util.Map;

/** Keeps what was sent of each event type and day from one process to the next. No method throws. */
public interface CapCounts {

    /** What was kept last; nothing where it cannot be read: then a day begins anew. */
    Map<String, Integer> load();

    /** Adds to what is kept by now, as well as can be, and returns the sum: others may have added theirs since the last look. */
    Map<String, Integer> add(Map<String, Integer> more);

    /** Keeps nothing. */
    static CapCounts none() {
        return new CapCounts() {
            @Override
            public Map<String, Integer> load() {
                return Map.of();
            }

            @Override
            public Map<String, Integer> add(Map<String, Integer> more) {
                return Map.of();
            }
        };
    }
}
