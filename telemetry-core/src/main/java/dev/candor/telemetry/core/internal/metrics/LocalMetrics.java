package dev.candor.telemetry.core.internal.metrics;

import dev.candor.telemetry.Audience;
import dev.candor.telemetry.Metrics;
import dev.candor.telemetry.NoOp;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.internal.catalogue.Scrubber;
import dev.candor.telemetry.core.internal.intake.SignalSink;
import dev.candor.telemetry.spi.MetricBatch;
import dev.candor.telemetry.spi.MetricBatch.Point;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The instruments of one process. Counting touches nothing but the instrument; {@link #collect} hands the deltas on. */
public final class LocalMetrics implements Metrics {
    private static final int MOST_INSTRUMENTS = 1_000;

    private final SignalSink sink;
    private final Scrubber scrubber;
    private final Clock clock;
    private final ConcurrentHashMap<String, Family<?>> families = new ConcurrentHashMap<>();
    // Guarded by this.
    private Instant start;

    /** Hands what is collected to {@code sink}. */
    public LocalMetrics(SignalSink sink, Scrubber scrubber, Clock clock) {
        this.sink = sink;
        this.scrubber = scrubber;
        this.clock = clock;
        this.start = clock.instant();
    }

    @Override
    public Counter counter(String name, String unit) {
        Family<CounterSeries> family = family(
                name,
                CounterSeries.class,
                () -> CounterSeries.family(scrubber, scrubber.text(name), scrubber.text(unit)));
        return family == null ? NoOp.metrics().counter(name, unit) : family.unlabelled();
    }

    @Override
    public Gauge gauge(String name, String unit) {
        Family<GaugeSeries> family = family(
                name, GaugeSeries.class, () -> GaugeSeries.family(scrubber, scrubber.text(name), scrubber.text(unit)));
        return family == null ? NoOp.metrics().gauge(name, unit) : family.unlabelled();
    }

    @Override
    public Histogram histogram(String name, String unit, double... bounds) {
        Family<HistogramSeries> family = family(
                name,
                HistogramSeries.class,
                () -> HistogramSeries.family(scrubber, scrubber.text(name), scrubber.text(unit), bounds));
        return family == null ? NoOp.metrics().histogram(name, unit, bounds) : family.unlabelled();
    }

    /** Hands on what was counted since the last call; what may not be sent is forgotten. */
    public synchronized void collect() {
        Instant end = clock.instant();
        List<Point> points = new ArrayList<>();
        for (Family<?> family : families.values()) {
            family.collect(points);
        }
        if (!points.isEmpty() && sink.accepts(Purpose.METRICS, Audience.OWNER)) {
            sink.submit(new MetricBatch(sink.newHeader(), start, points), Audience.OWNER);
        }
        start = end;
    }

    /** The family of that name and kind; null when the name is another kind's, or there are too many. */
    @SuppressWarnings("unchecked") // isOf compares the class that S stands for
    private <S extends Series> @Nullable Family<S> family(String name, Class<S> kind, Supplier<Family<S>> make) {
        Family<?> known = families.get(name);
        if (known == null) {
            if (families.size() >= MOST_INSTRUMENTS) {
                return null;
            }
            known = families.computeIfAbsent(name, key -> make.get());
        }
        return known.isOf(kind) ? (Family<S>) known : null;
    }
}
