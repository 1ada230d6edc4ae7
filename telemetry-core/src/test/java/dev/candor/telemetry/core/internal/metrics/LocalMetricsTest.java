package dev.candor.telemetry.core.internal.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Metrics;
import dev.candor.telemetry.core.internal.catalogue.RealScrubber;
import dev.candor.telemetry.core.internal.intake.RecordingSink;
import dev.candor.telemetry.spi.MetricBatch;
import dev.candor.telemetry.spi.MetricBatch.Distribution;
import dev.candor.telemetry.spi.MetricBatch.Last;
import dev.candor.telemetry.spi.MetricBatch.Point;
import dev.candor.telemetry.spi.MetricBatch.Sum;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Counting, and what each collection hands on. */
class LocalMetricsTest {
    private static final int MOST_SERIES = 1_000;

    private final RecordingSink sink = new RecordingSink();
    private final LocalMetrics metrics = new LocalMetrics(sink, new RealScrubber(), Clock.systemUTC());

    @Test
    void collect_counter_handsOnWhatWasAddedSince() {
        Metrics.Counter requests = metrics.counter("requests", "1");
        requests.add(3);
        requests.add(4);
        metrics.collect();
        requests.add(5);
        metrics.collect();
        metrics.collect();

        assertThat(batches()).hasSize(2);
        assertThat(points(0)).containsExactly(new Sum("requests", "1", Map.of(), 7));
        assertThat(points(1)).containsExactly(new Sum("requests", "1", Map.of(), 5));
        assertThat(batches().get(1).start()).isAfterOrEqualTo(batches().get(0).start());
    }

    @Test
    void add_negativeOrZero_isIgnored() {
        metrics.counter("requests", "1").add(-5);
        metrics.counter("requests", "1").add(0);

        metrics.collect();

        assertThat(sink.owner()).isEmpty();
    }

    @Test
    void counter_sameLabelsInAnyOrder_isOneSeries() {
        Metrics.Counter requests = metrics.counter("requests", "1");
        requests.labelled("a", "1").labelled("b", "2").add(1);
        requests.labelled("b", "2").labelled("a", "1").add(1);

        metrics.collect();

        assertThat(points(0)).containsExactly(new Sum("requests", "1", Map.of("a", "1", "b", "2"), 2));
    }

    @Test
    void labelled_moreThanAThousandSets_shareOne() {
        Metrics.Counter requests = metrics.counter("requests", "1");
        for (int i = 0; i < 3 * MOST_SERIES; i++) {
            requests.labelled("user", "number" + i).add(1);
        }

        metrics.collect();

        List<Point> points = points(0);
        assertThat(points).hasSizeLessThanOrEqualTo(MOST_SERIES + 1);
        assertThat(points.stream().mapToLong(point -> ((Sum) point).value()).sum())
                .isEqualTo(3L * MOST_SERIES);
        assertThat(points).anySatisfy(point -> assertThat(point.labels()).isEqualTo(Map.of("overflow", "true")));
    }

    @Test
    void counter_moreThanAThousandNames_areIgnored() {
        for (int i = 0; i < 3 * MOST_SERIES; i++) {
            metrics.counter("name" + i, "1").add(1);
        }

        metrics.collect();

        assertThat(points(0)).hasSize(MOST_SERIES);
    }

    @Test
    void labelled_tooManyOrTooLongLabels_areCut() {
        Metrics.Counter counter = metrics.counter("requests", "1");
        for (int i = 0; i < 100; i++) {
            counter = counter.labelled("key" + i, "word ".repeat(100));
        }
        counter.add(1);

        metrics.collect();

        assertThat(points(0).get(0).labels()).hasSize(16);
        assertThat(points(0).get(0).labels().values())
                .allSatisfy(value -> assertThat(value).hasSizeLessThanOrEqualTo(128));
    }

    @Test
    void labelled_secret_isRedacted() {
        metrics.counter("requests of jane.doe@example.com", "jane.doe@example.com")
                .labelled("user jane.doe@example.com", "jane.doe@example.com")
                .add(1);
        metrics.gauge("g of jane.doe@example.com", "jane.doe@example.com").set(1);
        metrics.histogram("h of jane.doe@example.com", "jane.doe@example.com").record(1);

        metrics.collect();

        assertThat(points(0)).hasSize(3);
        assertThat(sink.owner().toString()).doesNotContain("jane");
    }

    @Test
    void gauge_setOnce_keepsItsValueInEveryCollection() {
        metrics.gauge("heap", "By").set(1.0);
        metrics.gauge("heap", "By").set(2.5);
        metrics.collect();
        metrics.collect();

        assertThat(points(0)).containsExactly(new Last("heap", "By", Map.of(), 2.5));
        assertThat(points(1)).containsExactly(new Last("heap", "By", Map.of(), 2.5));
    }

    @Test
    void gauge_notANumberOrInfinite_isNeverSent() {
        metrics.gauge("heap", "By").set(Double.NaN);
        metrics.gauge("other", "By").set(Double.POSITIVE_INFINITY);

        metrics.collect();

        assertThat(sink.owner()).isEmpty();
    }

    @Test
    void histogram_values_fallIntoTheBucketOfTheirUpperBound() {
        Metrics.Histogram durations =
                metrics.histogram("duration", "s", 10, 1, 1, Double.NaN, Double.POSITIVE_INFINITY);
        for (double value : new double[] {-1, 1, 1.5, 10, 11, Double.NaN, Double.NEGATIVE_INFINITY}) {
            durations.record(value);
        }

        metrics.collect();
        metrics.collect();

        assertThat(batches()).hasSize(1);
        assertThat(points(0))
                .containsExactly(new Distribution(
                        "duration", "s", Map.of(), List.of(1.0, 10.0), List.of(2L, 2L, 1L), 22.5, -1, 11));
    }

    @Test
    void histogram_withoutBounds_hasOneBucket() {
        metrics.histogram("duration", "s").record(3);

        metrics.collect();

        assertThat(((Distribution) points(0).get(0)).counts()).containsExactly(1L);
    }

    @Test
    void gauge_nameOfACounter_isIgnoredAndHarmsNobody() {
        metrics.counter("n", "1").add(1);
        metrics.gauge("n", "1").set(7);
        metrics.histogram("n", "1").record(7);

        metrics.collect();

        assertThat(points(0)).containsExactly(new Sum("n", "1", Map.of(), 1));
    }

    @Test
    void collect_notAllowed_forgetsWhatWasCounted() {
        sink.only();
        metrics.counter("requests", "1").add(3);
        metrics.collect();
        sink.only(dev.candor.telemetry.Audience.OWNER);
        metrics.counter("requests", "1").add(1);

        metrics.collect();

        assertThat(points(0)).containsExactly(new Sum("requests", "1", Map.of(), 1));
    }

    @Test
    void add_fromManyThreadsWhileCollecting_losesNothing() throws InterruptedException {
        int threads = 4;
        int each = 50_000;
        CountDownLatch done = new CountDownLatch(threads);
        AtomicBoolean counted = new AtomicBoolean();
        for (int i = 0; i < threads; i++) {
            new Thread(() -> {
                        for (int n = 0; n < each; n++) {
                            metrics.counter("requests", "1").add(1);
                            metrics.histogram("duration", "s", 1).record(0.5);
                        }
                        done.countDown();
                    })
                    .start();
        }
        Thread collector = new Thread(() -> {
            while (!counted.get()) {
                metrics.collect();
            }
        });
        collector.start();
        done.await();
        counted.set(true);
        collector.join();
        metrics.collect();

        long sum = 0;
        long recorded = 0;
        for (MetricBatch batch : batches()) {
            for (Point point : batch.points()) {
                sum += point instanceof Sum one ? one.value() : 0;
                recorded += point instanceof Distribution one ? one.count() : 0;
            }
        }
        assertThat(sum).isEqualTo((long) threads * each);
        assertThat(recorded).isEqualTo((long) threads * each);
    }

    private List<Point> points(int batch) {
        return batches().get(batch).points();
    }

    private List<MetricBatch> batches() {
        List<MetricBatch> all = new ArrayList<>();
        sink.owner().forEach(signal -> all.add((MetricBatch) signal));
        return all;
    }
}
