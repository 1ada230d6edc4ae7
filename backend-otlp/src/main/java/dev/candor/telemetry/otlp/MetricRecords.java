package dev.candor.telemetry.otlp;

import dev.candor.telemetry.spi.MetricBatch;
import dev.candor.telemetry.spi.MetricBatch.Distribution;
import dev.candor.telemetry.spi.MetricBatch.Last;
import dev.candor.telemetry.spi.MetricBatch.Point;
import dev.candor.telemetry.spi.MetricBatch.Sum;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.Data;
import io.opentelemetry.sdk.metrics.data.DoublePointData;
import io.opentelemetry.sdk.metrics.data.GaugeData;
import io.opentelemetry.sdk.metrics.data.HistogramData;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.MetricDataType;
import io.opentelemetry.sdk.metrics.data.SumData;
import io.opentelemetry.sdk.resources.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Encodes what instruments counted: counters as delta sums, gauges, and delta histograms.
 *
 * <p>They carry no id: as an attribute it would make a series of each point. A second copy is therefore counted twice.
 */
final class MetricRecords {
    private final Resource resource;
    private final AttributeKeys keys;
    private final long start;
    private final long end;

    private MetricRecords(MetricBatch batch, Resources resources) {
        this.resource = resources.of(batch.header().resource());
        this.keys = resources.keys();
        this.start = Ids.nanos(batch.start());
        this.end = Ids.nanos(batch.header().time());
    }

    static List<MetricData> of(MetricBatch batch, Resources resources) {
        MetricRecords records = new MetricRecords(batch, resources);
        Map<Instrument, List<Point>> instruments = new LinkedHashMap<>();
        for (Point point : batch.points()) {
            Instrument instrument = new Instrument(point.getClass(), point.name(), point.unit());
            instruments.computeIfAbsent(instrument, first -> new ArrayList<>()).add(point);
        }
        List<MetricData> all = new ArrayList<>(instruments.size());
        instruments.forEach((instrument, points) -> all.add(records.metric(points)));
        return all;
    }

    private MetricData metric(List<Point> points) {
        Point first = points.get(0);
        if (first instanceof Sum) {
            List<LongPointData> sums = new ArrayList<>(points.size());
            points.forEach(point -> sums.add(sum((Sum) point)));
            return metric(
                    first,
                    MetricDataType.LONG_SUM,
                    SumData.createLongSumData(true, AggregationTemporality.DELTA, sums));
        }
        if (first instanceof Last) {
            List<DoublePointData> values = new ArrayList<>(points.size());
            points.forEach(point -> values.add(last((Last) point)));
            return metric(first, MetricDataType.DOUBLE_GAUGE, GaugeData.createDoubleGaugeData(values));
        }
        List<HistogramPointData> distributions = new ArrayList<>(points.size());
        points.forEach(point -> distributions.add(distribution((Distribution) point)));
        return metric(
                first, MetricDataType.HISTOGRAM, HistogramData.create(AggregationTemporality.DELTA, distributions));
    }

    private MetricData metric(Point point, MetricDataType type, Data<?> data) {
        return new EncodedMetric(resource, point.name(), point.unit(), type, data);
    }

    private LongPointData sum(Sum point) {
        return LongPointData.create(start, end, labels(point), point.value());
    }

    private DoublePointData last(Last point) {
        return DoublePointData.create(start, end, labels(point), point.value(), List.of());
    }

    private HistogramPointData distribution(Distribution point) {
        boolean any = point.count() > 0;
        return HistogramPointData.create(
                start,
                end,
                labels(point),
                point.sum(),
                any,
                point.min(),
                any,
                point.max(),
                point.bounds(),
                point.counts());
    }

    private Attributes labels(Point point) {
        return new AttributeSet(keys).putAll(point.labels()).attributes();
    }

    private record Instrument(Class<?> type, String name, String unit) {}

    /** A metric for OpenTelemetry's exporter. */
    private record EncodedMetric(Resource resource, String name, String unit, MetricDataType type, Data<?> data)
            implements MetricData {

        @Override
        public Resource getResource() {
            return resource;
        }

        @Override
        public InstrumentationScopeInfo getInstrumentationScopeInfo() {
            return Resources.SCOPE;
        }

        @Override
        public String getName() {
            return name;
        }

        @Override
        public String getDescription() {
            return "";
        }

        @Override
        public String getUnit() {
            return unit;
        }

        @Override
        public MetricDataType getType() {
            return type;
        }

        @Override
        public Data<?> getData() {
            return data;
        }
    }
}
