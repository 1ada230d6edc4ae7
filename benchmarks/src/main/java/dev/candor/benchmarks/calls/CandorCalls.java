package dev.candor.benchmarks.calls;

import dev.candor.benchmarks.SampleEvent;
import dev.candor.benchmarks.Sink;
import dev.candor.telemetry.Event;
import dev.candor.telemetry.Metrics;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.Telemetry;
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

/** What Candor's other calls cost the thread that makes them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls the set-up method first
public class CandorCalls {
    private Sink sink;
    private CandorTool allowed;
    private CandorTool denied;
    private Telemetry off;
    private Metrics.Counter counter;

    /** Made by JMH. */
    public CandorCalls() {}

    /** Opens the tools, and makes sure that the one may record what is measured and the other may not. */
    @Setup(Level.Trial)
    public void open() throws IOException {
        sink = Sink.open();
        allowed = CandorTool.open(true, sink.url());
        denied = CandorTool.open(false, sink.url());
        off = denied.telemetry();
        counter = allowed.telemetry().metrics().counter("rows", "1");
        if (!SampleEvent.record(allowed.telemetry()) || SampleEvent.record(off)) {
            throw new IllegalStateException("consent is not what this measures");
        }
        if (!allowed.telemetry().enabled(Purpose.METRICS)) {
            throw new IllegalStateException("no destination takes metrics");
        }
    }

    /** Lets go of everything. */
    @TearDown(Level.Trial)
    public void close() throws IOException {
        allowed.close();
        denied.close();
        sink.close();
    }

    /** Nothing: what is left is JMH's own. */
    @Benchmark
    public boolean nothing() {
        return false;
    }

    /** An event of five attributes without consent, recorded. */
    @Benchmark
    public boolean eventDenied() {
        return SampleEvent.record(off);
    }

    /** The same, made alone. */
    @Benchmark
    public Event eventDeniedMade() {
        return off.event(SampleEvent.TYPE);
    }

    /** One more in a counter. */
    @Benchmark
    public void counterIncrement() {
        counter.add(1);
    }
}
