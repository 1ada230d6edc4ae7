package dev.candor.telemetry.core.internal.metrics;

import dev.candor.telemetry.Metrics;
import dev.candor.telemetry.core.internal.catalogue.Scrubber;
import dev.candor.telemetry.spi.MetricBatch.Point;
import dev.candor.telemetry.spi.MetricBatch.Sum;
import java.util.List;

/** A counter under one label set. */
final class CounterSeries implements Metrics.Counter, Series {
    private final Family<CounterSeries> family;
    private final String name;
    private final String unit;
    private final Labels labels;
    private final Growing sum = new Growing();

    private CounterSeries(Family<CounterSeries> family, String name, String unit, Labels labels) {
        this.family = family;
        this.name = name;
        this.unit = unit;
        this.labels = labels;
    }

    static Family<CounterSeries> family(Scrubber scrubber, String name, String unit) {
        FamilyHolder<CounterSeries> holder = new FamilyHolder<>();
        return holder.hold(new Family<>(
                scrubber, CounterSeries.class, labels -> new CounterSeries(holder.get(), name, unit, labels)));
    }

    @Override
    public Metrics.Counter labelled(String key, String value) {
        return family.labelled(labels, key, value);
    }

    @Override
    public void add(long amount) {
        if (amount > 0) {
            sum.add(amount);
        }
    }

    @Override
    public void collect(List<Point> points) {
        long grown = sum.takeGrowth();
        if (grown > 0) {
            points.add(new Sum(name, unit, labels.values(), grown));
        }
    }
}
