package dev.candor.benchmarks.calls;

import dev.candor.benchmarks.Sink;
import dev.candor.benchmarks.vendor.Client;
import dev.candor.benchmarks.vendor.Vendor;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** An event through a vendor's own client, in bursts with rests between them as Candor's; its receiver answers. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls the set-up method first
public class VendorCalls {
    static final int BURST = 500;
    private static final long REST_MILLIS = 60;

    @Param("OPENTELEMETRY")
    private Vendor vendor;

    private Sink sink;
    private Client client;

    /** Made by JMH. */
    public VendorCalls() {}

    /** Opens the client. */
    @Setup(Level.Trial)
    public void open() throws IOException {
        sink = Sink.open();
        client = vendor.open(sink.url());
    }

    /** Gives the client time to send. */
    @Setup(Level.Iteration)
    public void rest() throws InterruptedException {
        Thread.sleep(REST_MILLIS);
    }

    /** Ends with the process: some clients try for minutes to send what waits. */
    @TearDown(Level.Trial)
    public void close() {
        sink.close();
    }

    /** An event of five attributes. */
    @Benchmark
    @OperationsPerInvocation(BURST)
    public void event() {
        for (int i = 0; i < BURST; i++) {
            client.event();
        }
    }
}
