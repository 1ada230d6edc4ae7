package dev.candor.benchmarks.calls;

import dev.candor.benchmarks.Sink;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.logs.Logger;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporter;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.export.PeriodicMetricReader;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Counters of OpenTelemetry's SDK, and its API with nothing behind it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls the set-up method first
public class OpenTelemetryCalls {
    private static final AttributeKey<String> DESTINATION = AttributeKey.stringKey("destination");

    private Sink sink;
    private SdkMeterProvider meters;
    private LongCounter counter;
    private Logger noop;

    /** Made by JMH. */
    public OpenTelemetryCalls() {}

    /** Opens them with a receiver on this machine. */
    @Setup(Level.Trial)
    public void open() throws IOException {
        sink = Sink.open();
        meters = SdkMeterProvider.builder()
                .registerMetricReader(PeriodicMetricReader.create(OtlpHttpMetricExporter.builder()
                        .setEndpoint(sink.url() + "/v1/metrics")
                        .build()))
                .build();
        counter = meters.get("bench").counterBuilder("rows").build();
        noop = OpenTelemetry.noop().getLogsBridge().get("bench");
    }

    /** Lets go of everything. */
    @TearDown(Level.Trial)
    public void close() {
        meters.close();
        sink.close();
    }

    /** One more in a counter. */
    @Benchmark
    public void counterIncrement() {
        counter.add(1);
    }

    /** A log record with an attribute where no SDK was installed. */
    @Benchmark
    public void noop() {
        noop.logRecordBuilder().setAttribute(DESTINATION, "duckdb").emit();
    }
}
