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
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What redaction costs: a message of 200 characters. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls the set-up method first
public class RedactionCalls {
    static final String CLEAN =
            "Could not load the package into the destination because a column of the table changed its type from text"
                    + " to decimal; the schema contract forbids it. Change the contract or drop the column. ";
    static final String PRIVATE =
            "Could not read /home/marie/data/customers.csv: the server at 10.1.2.3 refused the login of "
                    + "marie@example.org, and the schema contract forbids to go on without it. Change the contract. ";

    private static final int LENGTH = 200;

    private final Redactor redactor = redactor();
    private String clean;
    private String secret;

    /** Made by JMH. */
    public RedactionCalls() {}

    static Redactor redactor() {
        return Redactor.builder()
                .known(KnownValues.of(Map.of("HOME", "/home/marie", "USER", "marie"), new Properties()))
                .build();
    }

    static String repeated(String text, int length) {
        return text.repeat(length / text.length() + 1).substring(0, length);
    }

    /** Makes the texts. */
    @Setup
    public void write() {
        clean = repeated(CLEAN, LENGTH);
        secret = repeated(PRIVATE, LENGTH);
    }

    /** Nothing private in it. */
    @Benchmark
    public String clean() {
        return redactor.redact(clean);
    }

    /** A path, an address and an e-mail address. */
    @Benchmark
    public String secret() {
        return redactor.redact(secret);
    }
}
