package dev.candor.benchmarks.calls;

import dev.candor.benchmarks.SampleEvent;
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

/**
 * An event that may be recorded, in bursts with rests between them: the caller's cost while nothing is refused.
 *
 * <p>Without rests a loop that does nothing else records faster than any disk takes, and would measure how fast events are refused.
 * Nobody listens at the other end, so that nothing but recording and writing happens.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls the set-up method first
public class EventCalls {
    static final int BURST = 10_000;
    private static final long REST_MILLIS = 60;

    private CandorTool tool;

    /** Made by JMH. */
    public EventCalls() {}

    /** Opens the tool. */
    @Setup(Level.Trial)
    public void open() throws IOException {
        tool = CandorTool.open(true, "http://127.0.0.1:9");
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

    /** An event of five attributes: made, checked, recorded. */
    @Benchmark
    @OperationsPerInvocation(BURST)
    public void event() {
        for (int i = 0; i < BURST; i++) {
            if (!SampleEvent.record(tool.telemetry())) {
                throw new IllegalStateException("an event was refused");
            }
        }
    }

    /** The same event made and checked but not recorded. */
    @Benchmark
    @OperationsPerInvocation(BURST)
    public int eventBuiltAndChecked() {
        int made = 0;
        for (int i = 0; i < BURST; i++) {
            made += System.identityHashCode(SampleEvent.filled(tool.telemetry())) == 0 ? 0 : 1;
        }
        return made;
    }
}
