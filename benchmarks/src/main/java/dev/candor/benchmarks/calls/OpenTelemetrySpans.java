package dev.candor.benchmarks.calls;

import dev.candor.benchmarks.Sink;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Spans of OpenTelemetry's SDK through its batch processor, in bursts that its queue holds. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls the set-up method first
public class OpenTelemetrySpans {
    private static final long REST_MILLIS = 60;

    private Sink sink;
    private SdkTracerProvider traces;
    private Tracer tracer;

    /** Made by JMH. */
    public OpenTelemetrySpans() {}

    /** Opens it with a receiver on this machine. */
    @Setup(Level.Trial)
    public void open() throws IOException {
        sink = Sink.open();
        traces = SdkTracerProvider.builder()
                .addSpanProcessor(BatchSpanProcessor.builder(OtlpHttpSpanExporter.builder()
                                .setEndpoint(sink.url() + "/v1/traces")
                                .build())
                        .build())
                .build();
        tracer = traces.get("bench");
    }

    /** Gives the processor time to send. */
    @Setup(Level.Iteration)
    public void rest() throws InterruptedException {
        Thread.sleep(REST_MILLIS);
    }

    /** Lets go of everything. */
    @TearDown(Level.Trial)
    public void close() {
        traces.close();
        sink.close();
    }

    /** A trace of one span, started and ended. */
    @Benchmark
    @OperationsPerInvocation(VendorCalls.BURST)
    public void span() {
        for (int i = 0; i < VendorCalls.BURST; i++) {
            tracer.spanBuilder("step").startSpan().end();
        }
    }
}
