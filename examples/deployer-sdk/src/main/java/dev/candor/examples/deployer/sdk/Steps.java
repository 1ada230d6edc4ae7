package dev.candor.examples.deployer.sdk;

import dev.candor.telemetry.Errors;
import dev.candor.telemetry.Span;
import dev.candor.telemetry.Telemetry;

/** The steps of one piece of work: each is a span with its input and output, and a breadcrumb for errors that come later. */
public final class Steps {
    private final Telemetry telemetry;
    private final Span whole;

    Steps(Telemetry telemetry, Span whole) {
        this.telemetry = telemetry;
        this.whole = whole;
    }

    /** Runs a step; what it throws is thrown on. */
    public <T, X extends Exception> T step(String name, String input, Errors.ThrowingSupplier<T, X> body) throws X {
        telemetry.errors().breadcrumb("step", name);
        try (Span span = telemetry.trace(name)) {
            return measured(span, input, body);
        }
    }

    /** The trace that these steps are in; empty where there is none. */
    public String traceId() {
        return whole.traceId();
    }

    static <T, X extends Exception> T measured(Span span, String input, Errors.ThrowingSupplier<T, X> body) throws X {
        span.input(input);
        try {
            T output = body.get();
            span.output(String.valueOf(output));
            return output;
        } catch (Exception failure) {
            span.fail(failure);
            throw failure;
        }
    }
}
