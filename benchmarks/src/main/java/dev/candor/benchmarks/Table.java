package dev.candor.benchmarks;

import java.util.Locale;

/** A Markdown table that grows by rows. */
public final class Table {
    private final StringBuilder text = new StringBuilder();

    /** A table with these columns. */
    public Table(String... columns) {
        row((Object[]) columns);
        text.append("|---".repeat(columns.length)).append("|\n");
    }

    /** Adds a row; a fraction gets the decimals that its size deserves. */
    public Table row(Object... cells) {
        for (Object cell : cells) {
            text.append("| ").append(cell(cell)).append(' ');
        }
        text.append("|\n");
        return this;
    }

    private static String cell(Object value) {
        if (value instanceof Double figure) {
            return Double.isNaN(figure) ? "–" : figure(figure);
        }
        return value instanceof Long || value instanceof Integer
                ? String.format(Locale.ROOT, "%,d", ((Number) value).longValue())
                : String.valueOf(value);
    }

    /** A figure with three digits or so. */
    public static String figure(double value) {
        if (Double.isInfinite(value)) {
            return "never";
        }
        double size = Math.abs(value);
        String format = size < 10 ? "%.2f" : size < 100 ? "%.1f" : "%,.0f";
        return String.format(Locale.ROOT, format, value);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
