package dev.candor.examples.load;

import java.util.Arrays;

/**
 * The mean ratio of paired measurements with its 95 % interval.
 *
 * @param mean the mean of the pairs' ratios
 * @param low the interval's lower end
 * @param high its upper end
 */
record PairedRatio(double mean, double low, double high) {
    /** Student's t for 97.5 % by degrees of freedom; from 30 on the last one is used, which makes intervals wider than they are. */
    private static final double[] T = {
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131, 2.120,
        2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042
    };

    /** Of {@code measured} to {@code base}, pair by pair; at least two pairs. */
    static PairedRatio of(double[] measured, double[] base) {
        double[] ratios = new double[measured.length];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = measured[i] / base[i];
        }
        double mean = Arrays.stream(ratios).average().orElseThrow();
        double squares = Arrays.stream(ratios)
                .map(ratio -> (ratio - mean) * (ratio - mean))
                .sum();
        double error = Math.sqrt(squares / (ratios.length - 1) / ratios.length);
        double half = T[Math.min(ratios.length - 1, T.length) - 1] * error;
        return new PairedRatio(mean, mean - half, mean + half);
    }
}
