package dev.candor.telemetry.http;

import dev.candor.telemetry.spi.DeliveryResult;
import dev.candor.telemetry.spi.Signal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Results that came before it was their signals' turn, because of posts that were made side by side one in front of them failed.
 *
 * <p>The pipeline brings those signals again, and hears then what is known already: nothing is posted twice, and nobody who asked to be
 * left alone is asked again. What is never brought again, because it was purged, is forgotten when there are too many.
 */
final class EarlyResults {
    private static final int MOST = 64;

    private final Map<UUID, Early> byFirst = new LinkedHashMap<>();

    private record Early(List<UUID> ids, DeliveryResult result) {}

    /** Remembers what became of these signals. */
    void add(List<Signal> signals, DeliveryResult result) {
        if (byFirst.size() == MOST) {
            byFirst.remove(byFirst.keySet().iterator().next());
        }
        List<UUID> ids = ids(signals, signals.size());
        byFirst.put(ids.get(0), new Early(ids, result));
    }

    /** Whether anything is known of these signals, from the first on. */
    boolean has(List<Signal> signals) {
        return byFirst.containsKey(signals.get(0).header().id());
    }

    /** What became of the first of these signals, once; null where that is not known. */
    @Nullable
    DeliveryResult take(List<Signal> signals) {
        Early early = byFirst.remove(signals.get(0).header().id());
        return early != null && early.ids.equals(ids(signals, early.ids.size())) ? early.result : null;
    }

    private static List<UUID> ids(List<Signal> signals, int most) {
        List<UUID> ids = new ArrayList<>();
        for (Signal signal : signals.subList(0, Math.min(most, signals.size()))) {
            ids.add(signal.header().id());
        }
        return ids;
    }
}
