package dev.candor.telemetry;

/**
 * Numbers for whoever runs the tool, aggregated in this process and handed on as deltas.
 *
 * <p>Instruments are made once and kept. At most 1,000 different label sets are kept for an instrument; further ones share the label set {@code overflow}.
 */
public interface Metrics {

    /** A sum that only grows. {@code unit} is a UCUM unit such as {@code s}, {@code By} or {@code 1}. */
    Counter counter(String name, String unit);

    /** A value that goes up and down; the last one is sent. */
    Gauge gauge(String name, String unit);

    /** A distribution over the given upper bounds, in ascending order. */
    Histogram histogram(String name, String unit, double... bounds);

    /** A sum that only grows. */
    interface Counter {
        /** The same counter under a label. Keep the result: looking it up costs more than adding. */
        Counter labelled(String key, String value);

        /** Adds {@code amount}; a negative one is ignored. */
        void add(long amount);
    }

    /** A value that goes up and down. */
    interface Gauge {
        /** The same gauge under a label. */
        Gauge labelled(String key, String value);

        /** Sets the present value. */
        void set(double value);
    }

    /** A distribution. */
    interface Histogram {
        /** The same histogram under a label. */
        Histogram labelled(String key, String value);

        /** Counts {@code value} in its bucket; NaN is ignored. */
        void record(double value);
    }
}
