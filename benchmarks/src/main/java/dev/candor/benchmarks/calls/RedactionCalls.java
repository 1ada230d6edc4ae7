package dev.candor.benchmarks.calls;

import dev.candor.telemetry.core.internal.redaction.KnownValues;
import dev.candor.telemetry.core.internal.redaction.Redactor;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What redaction costs: a message of 200 characters, and texts up to the longest that is scanned. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls the set-up method first
public class RedactionCalls {
    private static final String CLEAN =
            "Could not load the package into the destination because a column of the table changed its type from text"
                    + " to decimal; the schema contract forbids it. Change the contract or drop the column. ";
    private static final String PRIVATE =
            "Could not read /home/marie/data/customers.csv: the server at 10.1.2.3 refused the login of "
                    + "marie@example.org, and the schema contract forbids to go on without it. Change the contract. ";

    @Param({"200", "1024", "2048", "4096", "8192", "16384", "32768", "65536"})
    private int length;

    private final Redactor redactor = Redactor.builder()
            .known(KnownValues.of(Map.of("HOME", "/home/marie", "USER", "marie"), new Properties()))
            .build();
    private String clean;
    private String secret;

    /** Made by JMH. */
    public RedactionCalls() {}

    /** Makes the texts. */
    @Setup
    public void write() {
        clean = repeated(CLEAN);
        secret = repeated(PRIVATE);
    }

    private String repeated(String text) {
        return text.repeat(length / text.length() + 1).substring(0, length);
    }

    /** Nothing private in it. */
    @Benchmark
    public String clean() {
        return redactor.redact(clean);
    }

    /** A path, an address and an e-mail address in each 200 characters. */
    @Benchmark
    public String secret() {
        return redactor.redact(secret);
    }
}
