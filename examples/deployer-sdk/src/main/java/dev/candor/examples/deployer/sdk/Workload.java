package dev.candor.examples.deployer.sdk;

import dev.candor.telemetry.Metrics;
import dev.candor.telemetry.Severity;
import dev.candor.telemetry.Span;
import dev.candor.telemetry.Telemetry;
import java.util.Map;

/**
 * Code that was deployed: every request to it is traced, counted, timed and logged for whoever owns it.
 *
 * <p>What the code throws is thrown on as it is. It is not the SDK's error, and so its makers never hear of it.
 */
public final class Workload {
    private static final double[] SECONDS = {0.001, 0.005, 0.025, 0.1, 0.5, 2.5, 10};

    private final Telemetry telemetry;
    private final String name;
    private final Code code;
    private final Metrics.Counter answered;
    private final Metrics.Counter failed;
    private final Metrics.Histogram durations;

    /** What somebody deployed. */
    @FunctionalInterface
    public interface Code {
        /** Answers a request; {@code steps} traces what it does on the way. */
        String answer(String request, Steps steps) throws Exception;
    }

    /** Wraps {@code code}. */
    public Workload(Telemetry telemetry, String name, Code code) {
        this.telemetry = telemetry;
        this.name = name;
        this.code = code;
        Metrics.Counter requests = telemetry.metrics().counter("workload.requests", "{request}");
        this.answered = requests.labelled("outcome", "answered");
        this.failed = requests.labelled("outcome", "failed");
        this.durations = telemetry.metrics().histogram("workload.duration", "s", SECONDS);
    }

    /**
     * Sends it a request.
     *
     * @param traceparent the request's W3C header; empty for none
     */
    public String request(String input, String traceparent) throws Exception {
        long start = System.nanoTime();
        boolean success = false;
        try (Span span = telemetry.trace(name, traceparent)) {
            String output = telemetry
                    .errors()
                    .call(() -> Steps.measured(span, input, () -> code.answer(input, new Steps(telemetry, span))));
            success = true;
            return output;
        } finally {
            double seconds = (System.nanoTime() - start) / 1e9;
            (success ? answered : failed).add(1);
            durations.record(seconds);
            telemetry
                    .logs()
                    .log(
                            success ? Severity.INFO : Severity.WARN,
                            name,
                            success ? "a request was answered" : "a request failed",
                            null,
                            Map.of("elapsed", seconds));
        }
    }
}
