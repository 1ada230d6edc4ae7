package dev.candor.telemetry.core.internal.metrics;

import dev.candor.telemetry.core.internal.catalogue.Scrubber;
import dev.candor.telemetry.spi.MetricBatch.Point;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** All label sets of one instrument; at most 1,000, the rest share one. */
final class Family<S extends Series> {
    private static final int MOST_SERIES = 1_000;

    private final Scrubber scrubber;
    private final Function<Labels, S> make;
    private final Class<S> kind;
    private final ConcurrentHashMap<Labels, S> series = new ConcurrentHashMap<>();

    Family(Scrubber scrubber, Class<S> kind, Function<Labels, S> make) {
        this.scrubber = scrubber;
        this.kind = kind;
        this.make = make;
    }

    boolean isOf(Class<? extends Series> other) {
        return kind == other;
    }

    S unlabelled() {
        return series.computeIfAbsent(Labels.NONE, make);
    }

    S labelled(Labels base, String key, String value) {
        Labels labels = base.plus(scrubber.text(key), scrubber.text(value));
        S known = series.get(labels);
        if (known != null) {
            return known;
        }
        return series.computeIfAbsent(series.size() < MOST_SERIES ? labels : Labels.OVERFLOW, make);
    }

    void collect(List<Point> points) {
        for (S one : series.values()) {
            one.collect(points);
        }
    }
}
