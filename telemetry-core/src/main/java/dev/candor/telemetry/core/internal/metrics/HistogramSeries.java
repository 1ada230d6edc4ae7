package dev.candor.telemetry.core.internal.metrics;

import dev.candor.telemetry.Metrics;
import dev.candor.telemetry.core.internal.catalogue.Scrubber;
import dev.candor.telemetry.spi.MetricBatch.Distribution;
import dev.candor.telemetry.spi.MetricBatch.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A histogram under one label set. */
final class HistogramSeries implements Metrics.Histogram, Series {
    private final Family<HistogramSeries> family;
    private final String name;
    private final String unit;
    private final Labels labels;
    private final double[] bounds;
    // Guarded by this.
    private final long[] counts;
    private double sum;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;

    private HistogramSeries(Family<HistogramSeries> family, String name, String unit, Labels labels, double[] bounds) {
        this.family = family;
        this.name = name;
        this.unit = unit;
        this.labels = labels;
        this.bounds = bounds;
        this.counts = new long[bounds.length + 1];
    }

    static Family<HistogramSeries> family(Scrubber scrubber, String name, String unit, double[] bounds) {
        double[] ascending = Arrays.stream(bounds)
                .filter(Double::isFinite)
                .sorted()
                .distinct()
                .toArray();
        FamilyHolder<HistogramSeries> holder = new FamilyHolder<>();
        return holder.hold(new Family<>(
                scrubber,
                HistogramSeries.class,
                labels -> new HistogramSeries(holder.get(), name, unit, labels, ascending)));
    }

    @Override
    public Metrics.Histogram labelled(String key, String value) {
        return family.labelled(labels, key, value);
    }

    @Override
    public void record(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return;
        }
        int found = Arrays.binarySearch(bounds, value);
        int bucket = found >= 0 ? found : -found - 1;
        synchronized (this) {
            counts[bucket]++;
            sum += value;
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
    }

    @Override
    public synchronized void collect(List<Point> points) {
        if (min > max) {
            return;
        }
        List<Double> upper = new ArrayList<>();
        for (double bound : bounds) {
            upper.add(bound);
        }
        List<Long> each = new ArrayList<>();
        for (long count : counts) {
            each.add(count);
        }
        points.add(new Distribution(name, unit, labels.values(), upper, each, sum, min, max));
        Arrays.fill(counts, 0);
        sum = 0;
        min = Double.POSITIVE_INFINITY;
        max = Double.NEGATIVE_INFINITY;
    }
}
