package dev.candor.benchmarks.calls;

import dev.candor.telemetry.Purpose;
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

/** A span that is sampled, in bursts with rests between them as events are; nobody listens at the other end. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls the set-up method first
public class SpanCalls {
    static final int BURST = 5_000;
    private static final long REST_MILLIS = 60;

    private CandorTool tool;

    /** Made by JMH. */
    public SpanCalls() {}

    /** Opens the tool. */
    @Setup(Level.Trial)
    public void open() throws IOException {
        tool = CandorTool.open(true, "http://127.0.0.1:9");
        if (!tool.telemetry().enabled(Purpose.TRACES)) {
            throw new IllegalStateException("no destination takes spans");
        }
    }

    /** Gives the writer time to empty the ring. */
    @Setup(Level.Iteration)
    public void rest() throws InterruptedException {
        Thread.sleep(REST_MILLIS);
    }

    /** Lets go of everything. */
    @TearDown(Level.Trial)
    public void close() throws IOException {
        tool.close();
    }

    /** A trace of one span, started and ended. */
    @Benchmark
    @OperationsPerInvocation(BURST)
    public void span() {
        for (int i = 0; i < BURST; i++) {
            tool.telemetry().trace("step").close();
        }
    }
}
