package dev.candor.benchmarks;

import java.util.Arrays;

/** Measured values and what can be said of them without a guess at how they are distributed. */
public final class Samples {
    /** Of the normal distribution, which the binomial one is close to from a dozen values on. */
    private static final double NINETY_FIVE = 1.96;

    private final double[] sorted;

    /** Of these values. */
    public Samples(double... values) {
        sorted = values.clone();
        Arrays.sort(sorted);
    }

    /** A value and the interval that holds the true one in 95 of 100 measurements. */
    public record Estimate(double value, double low, double high) {
        /** As text, in the unit of the values. */
        public String interval() {
            return Table.figure(low) + " to " + Table.figure(high);
        }
    }

    /** The middle one, or the mean of the two in the middle. */
    public static double median(double... values) {
        return new Samples(values).quantile(0.5);
    }

    /** The value below which that share of the values is, between the two nearest ones; NaN where there are none. */
    public double quantile(double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double place = share * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        if (sorted[below] == sorted[above]) {
            // Two runs that never ended are not an unknown distance apart.
            return sorted[below];
        }
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /**
     * The median with the interval between two of the values themselves: how many of them are below the true median follows the binomial
     * distribution, whatever the values' own is. The whole range where there are fewer than six.
     */
    public Estimate medianWithInterval() {
        int count = sorted.length;
        int low = (int) Math.floor((count - NINETY_FIVE * Math.sqrt(count)) / 2);
        int first = Math.max(0, low - 1);
        return new Estimate(quantile(0.5), sorted[first], sorted[count - 1 - first]);
    }
}
