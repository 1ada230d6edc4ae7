package dev.candor.telemetry.core.internal.delivery;

import java.util.Map;

/** Keeps what was sent of each event type and day from one process to the next. No method throws. */
public interface CapCounts {

    /** What was kept last; nothing where it cannot be read: then a day begins anew. */
    Map<String, Integer> load();

    /** Keeps the counts, as well as can be. */
    void save(Map<String, Integer> counts);

    /** Keeps nothing. */
    static CapCounts none() {
        return new CapCounts() {
            @Override
            public Map<String, Integer> load() {
                return Map.of();
            }

            @Override
            public void save(Map<String, Integer> counts) {}
        };
    }
}
