package dev.candor.examples.load;

import java.util.Arrays;

/**
 * The ratio of paired measurements with its 95 % interval, as Hodges and Lehmann estimate it and Wilcoxon's signed ranks bound it.
 *
 * <p>Two pairs make one value, with one first in the first and last in the second: what grows or slows down from run to run cancels out. Of
 * the values' logarithms every two have a mean, and the median of these is the estimate. It heeds a run that was disturbed nearly as little
 * as a median of the pairs does, and needs about two thirds as many for the same interval.
 *
 * @param value the ratio
 * @param low the interval's lower end
 * @param high its upper end
 */
record PairedRatio(double value, double low, double high) {
    /** With fewer pairs there is no interval that holds with 95 %. */
    static final int FEWEST_PAIRS = 12;

    private static final double NORMAL_97_5 = 1.96;

    /**
     * Of {@code measured} to {@code base}, pair by pair.
     *
     * @throws IllegalArgumentException for an odd number of pairs, or fewer than {@link #FEWEST_PAIRS}
     */
    static PairedRatio of(double[] measured, double[] base) {
        double[] logs = new double[enough(measured.length) / 2];
        for (int i = 0; i < measured.length; i++) {
            logs[i / 2] += Math.log(measured[i] / base[i]) / 2;
        }
        double[] means = means(logs);
        int cut = cut(logs.length);
        return new PairedRatio(Math.exp(middle(means)), Math.exp(means[cut]), Math.exp(means[means.length - 1 - cut]));
    }

    /**
     * So many pairs, if there is an interval for them; to be asked before they are measured.
     *
     * @throws IllegalArgumentException for an odd number, or fewer than {@link #FEWEST_PAIRS}
     */
    static int enough(int pairs) {
        if (pairs < FEWEST_PAIRS || pairs % 2 != 0) {
            throw new IllegalArgumentException("an even number of pairs, at least " + FEWEST_PAIRS);
        }
        return pairs;
    }

    /** The means of every two values, and each value itself, in ascending order. */
    private static double[] means(double[] values) {
        double[] means = new double[values.length * (values.length + 1) / 2];
        int at = 0;
        for (int i = 0; i < values.length; i++) {
            for (int k = i; k < values.length; k++) {
                means[at++] = (values[i] + values[k]) / 2;
            }
        }
        Arrays.sort(means);
        return means;
    }

    /** How many means at either end are outside of the interval, by the sum of signed ranks of so many values. */
    private static int cut(int values) {
        double n = values;
        double deviation = Math.sqrt(n * (n + 1) * (2 * n + 1) / 24);
        return (int) Math.max(0, n * (n + 1) / 4 - NORMAL_97_5 * deviation);
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return middle(sorted);
    }

    private static double middle(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
