package dev.candor.examples.load;

import java.util.Arrays;
import java.util.Random;

/**
 * The median ratio of paired measurements with its 95 % interval, by the percentiles of resampled medians.
 *
 * <p>A median, because a shared machine now and then halves a single run; resampled, because such ratios follow no curve.
 *
 * @param median the median of the pairs' ratios
 * @param low the interval's lower end
 * @param high its upper end
 */
record MedianRatio(double median, double low, double high) {
    private static final int RESAMPLES = 10_000;
    private static final double TAIL = 0.025;
    private static final long SEED = 20_260_101;

    /** Of {@code measured} to {@code base}, pair by pair. The same measurements always give the same interval. */
    static MedianRatio of(double[] measured, double[] base) {
        double[] ratios = new double[measured.length];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = measured[i] / base[i];
        }
        Random random = new Random(SEED);
        double[] medians = new double[RESAMPLES];
        double[] drawn = new double[ratios.length];
        for (int i = 0; i < RESAMPLES; i++) {
            for (int k = 0; k < drawn.length; k++) {
                drawn[k] = ratios[random.nextInt(ratios.length)];
            }
            medians[i] = median(drawn);
        }
        Arrays.sort(medians);
        int cut = (int) (TAIL * RESAMPLES);
        return new MedianRatio(median(ratios), medians[cut], medians[RESAMPLES - 1 - cut]);
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
