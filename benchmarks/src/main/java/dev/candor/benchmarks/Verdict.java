package dev.candor.benchmarks;

import java.util.Locale;

/**
 * A budget and what was measured.
 *
 * @param budget what it is about
 * @param allowed the limit, for people
 * @param measured the figure, for people
 * @param met whether it is within the limit
 */
public record Verdict(String budget, String allowed, String measured, boolean met) {

    /** A figure that may be at most {@code limit}. */
    public static Verdict atMost(String budget, double limit, double measured, String unit) {
        return new Verdict(budget, "≤ " + text(limit) + " " + unit, text(measured) + " " + unit, measured <= limit);
    }

    /** A figure that must be at least {@code limit}. */
    public static Verdict atLeast(String budget, double limit, double measured, String unit) {
        return new Verdict(budget, "≥ " + text(limit) + " " + unit, text(measured) + " " + unit, measured >= limit);
    }

    private static String text(double figure) {
        return figure == Math.rint(figure)
                ? String.format(Locale.ROOT, "%,d", (long) figure)
                : String.format(Locale.ROOT, figure < 10 ? "%.2f" : "%,.1f", figure);
    }
}
