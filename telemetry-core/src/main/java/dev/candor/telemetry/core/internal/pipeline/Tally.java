package dev.candor.telemetry.core.internal.pipeline;

import dev.candor.telemetry.core.internal.catalogue.Losses;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts what was not taken, by a reason that people can read. Bounded: beyond 1,000 different reasons they share one. */
public final class Tally implements Losses {
    private static final int MOST_REASONS = 1_000;
    private static final String REST = "other reasons";

    private final ConcurrentHashMap<String, LongAdder> counts = new ConcurrentHashMap<>();

    @Override
    public void count(String reason) {
        LongAdder known = counts.get(reason);
        if (known == null) {
            String kept = counts.size() < MOST_REASONS ? reason : REST;
            LongAdder fresh = new LongAdder();
            LongAdder earlier = counts.putIfAbsent(kept, fresh);
            known = earlier == null ? fresh : earlier;
        }
        known.increment();
    }

    /** Adds what another one counted. */
    void add(Tally other) {
        for (Map.Entry<String, LongAdder> entry : other.counts.entrySet()) {
            counts.computeIfAbsent(entry.getKey(), reason -> new LongAdder())
                    .add(entry.getValue().sum());
        }
    }

    /** The counts so far. */
    public Map<String, Long> counts() {
        Map<String, Long> all = new TreeMap<>();
        for (Map.Entry<String, LongAdder> entry : counts.entrySet()) {
            all.put(entry.getKey(), entry.getValue().sum());
        }
        return all;
    }
}
