package dev.candor.benchmarks;

import java.util.Arrays;
import java.util.Random;

/** Measured values and what can be said of them. */
final class Samples {
    private static final int RESAMPLES = 2_000;
    // Fixed, so that a report made twice from one measurement is the same report.
    private static final long SEED = 20_261_128;

    private final double[] values;

    Samples(double... values) {
        this.values = values.clone();
    }

    /** A value and the interval in which 95 of 100 bootstrap resamples put it. */
    record Estimate(double value, double low, double high) {}

    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** The median with its percentile bootstrap interval. */
    Estimate medianWithInterval() {
        Random random = new Random(SEED);
        double[] medians = new double[RESAMPLES];
        double[] drawn = new double[values.length];
        for (int i = 0; i < RESAMPLES; i++) {
            for (int j = 0; j < drawn.length; j++) {
                drawn[j] = values[random.nextInt(values.length)];
            }
            medians[i] = median(drawn);
        }
        Arrays.sort(medians);
        return new Estimate(median(values), medians[RESAMPLES / 40], medians[RESAMPLES - 1 - RESAMPLES / 40]);
    }
}
