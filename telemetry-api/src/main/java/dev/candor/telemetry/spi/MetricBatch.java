package dev.candor.telemetry.spi;

import dev.candor.telemetry.Purpose;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What the instruments counted between two instants.
 *
 * @param start the beginning of the interval; {@link Header#time()} is its end
 * @param points one for each instrument and label set
 */
public record MetricBatch(Header header, Instant start, List<Point> points) implements Signal {

    /** Copies {@code points}. */
    public MetricBatch {
        points = List.copyOf(points);
    }

    @Override
    public Purpose purpose() {
        return Purpose.METRICS;
    }

    /** One value with its instrument's name, unit and labels. */
    public sealed interface Point {
        /** The instrument's name. */
        String name();

        /** Its UCUM unit. */
        String unit();

        /** Its labels. */
        Map<String, String> labels();
    }

    /** How much a counter grew in the interval. */
    public record Sum(String name, String unit, Map<String, String> labels, long value) implements Point {
        /** Copies {@code labels}. */
        public Sum {
            labels = Ordered.copy(labels);
        }
    }

    /** A gauge's last value in the interval. */
    public record Last(String name, String unit, Map<String, String> labels, double value) implements Point {
        /** Copies {@code labels}. */
        public Last {
            labels = Ordered.copy(labels);
        }
    }

    /**
     * A histogram's counts in the interval.
     *
     * @param bounds upper bounds, ascending
     * @param counts one more than {@code bounds}: the last is for values above all bounds
     */
    public record Distribution(
            String name,
            String unit,
            Map<String, String> labels,
            List<Double> bounds,
            List<Long> counts,
            double sum,
            double min,
            double max)
            implements Point {
        /** Copies the collections. */
        public Distribution {
            labels = Ordered.copy(labels);
            bounds = List.copyOf(bounds);
            counts = List.copyOf(counts);
        }

        /** How many values were recorded. */
        public long count() {
            long all = 0;
            for (long count : counts) {
                all += count;
            }
            return all;
        }
    }
}
