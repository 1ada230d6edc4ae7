package dev.candor.benchmarks.calls;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A counter of Micrometer. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class MicrometerCalls {
    private final Counter counter = new SimpleMeterRegistry().counter("rows");

    /** Made by JMH. */
    public MicrometerCalls() {}

    /** One more. */
    @Benchmark
    public void counterIncrement() {
        counter.increment();
    }
}
