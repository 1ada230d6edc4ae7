package dev.candor.telemetry.core.internal.codec;

import dev.candor.telemetry.core.internal.spool.PayloadBuffer;
import dev.candor.telemetry.core.internal.spool.PayloadReader;
import dev.candor.telemetry.spi.Header;
import dev.candor.telemetry.spi.MetricBatch;
import dev.candor.telemetry.spi.MetricBatch.Distribution;
import dev.candor.telemetry.spi.MetricBatch.Last;
import dev.candor.telemetry.spi.MetricBatch.Point;
import dev.candor.telemetry.spi.MetricBatch.Sum;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A metric batch's own fields. */
final class MetricCodec {
    private static final int SUM = 1;
    private static final int LAST = 2;
    private static final int DISTRIBUTION = 3;

    private MetricCodec() {}

    static void write(PayloadBuffer out, MetricBatch batch) {
        out.putSigned(TraceCodec.nanos(batch.start()));
        out.putVarint(batch.points().size());
        for (Point point : batch.points()) {
            out.putByte(point instanceof Sum ? SUM : point instanceof Last ? LAST : DISTRIBUTION);
            out.putString(point.name());
            out.putString(point.unit());
            Values.writeEntries(out, point.labels());
            if (point instanceof Sum sum) {
                out.putSigned(sum.value());
            } else if (point instanceof Last last) {
                out.putDouble(last.value());
            } else if (point instanceof Distribution distribution) {
                writeDistribution(out, distribution);
            }
        }
    }

    static MetricBatch read(PayloadReader in, Header header) {
        long start = in.getSigned();
        List<Point> points = new ArrayList<>();
        for (int left = Values.size(in, 0); left > 0; left--) {
            points.add(readPoint(in));
        }
        return new MetricBatch(header, TraceCodec.instant(start), points);
    }

    private static Point readPoint(PayloadReader in) {
        int kind = in.getByte();
        String name = in.getString();
        String unit = in.getString();
        Map<String, String> labels = new LinkedHashMap<>();
        for (Map.Entry<String, Object> label : Values.readEntries(in).entrySet()) {
            labels.put(label.getKey(), String.valueOf(label.getValue()));
        }
        return switch (kind) {
            case SUM -> new Sum(name, unit, labels, in.getSigned());
            case LAST -> new Last(name, unit, labels, in.getDouble());
            case DISTRIBUTION -> readDistribution(in, name, unit, labels);
            default -> throw new IllegalArgumentException("a point of kind " + kind);
        };
    }

    private static void writeDistribution(PayloadBuffer out, Distribution distribution) {
        out.putVarint(distribution.bounds().size());
        for (double bound : distribution.bounds()) {
            out.putDouble(bound);
        }
        for (long count : distribution.counts()) {
            out.putVarint(count);
        }
        out.putDouble(distribution.sum());
        out.putDouble(distribution.min());
        out.putDouble(distribution.max());
    }

    private static Distribution readDistribution(
            PayloadReader in, String name, String unit, Map<String, String> labels) {
        int size = Values.size(in, 0);
        List<Double> bounds = new ArrayList<>();
        List<Long> counts = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            bounds.add(in.getDouble());
        }
        for (int i = 0; i <= size; i++) {
            counts.add(in.getVarint());
        }
        return new Distribution(name, unit, labels, bounds, counts, in.getDouble(), in.getDouble(), in.getDouble());
    }
}
