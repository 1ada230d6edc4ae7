package dev.candor.telemetry.core.internal.metrics;

import dev.candor.telemetry.Metrics;
import dev.candor.telemetry.core.internal.catalogue.Scrubber;
import dev.candor.telemetry.spi.MetricBatch.Last;
import dev.candor.telemetry.spi.MetricBatch.Point;
import java.util.List;

/** A gauge under one label set. */
final class GaugeSeries implements Metrics.Gauge, Series {
    private final Family<GaugeSeries> family;
    private final String name;
    private final String unit;
    private final Labels labels;
    private volatile double value = Double.NaN;

    private GaugeSeries(Family<GaugeSeries> family, String name, String unit, Labels labels) {
        this.family = family;
        this.name = name;
        this.unit = unit;
        this.labels = labels;
    }

    static Family<GaugeSeries> family(Scrubber scrubber, String name, String unit) {
        FamilyHolder<GaugeSeries> holder = new FamilyHolder<>();
        return holder.hold(
                new Family<>(scrubber, GaugeSeries.class, labels -> new GaugeSeries(holder.get(), name, unit, labels)));
    }

    @Override
    public Metrics.Gauge labelled(String key, String labelValue) {
        return family.labelled(labels, key, labelValue);
    }

    @Override
    public void set(double present) {
        if (!Double.isInfinite(present)) {
            value = present;
        }
    }

    /** A gauge keeps its value: it is reported again although nobody set it meanwhile. */
    @Override
    public void collect(List<Point> points) {
        double last = value;
        if (!Double.isNaN(last)) {
            points.add(new Last(name, unit, labels.values(), last));
        }
    }
}
