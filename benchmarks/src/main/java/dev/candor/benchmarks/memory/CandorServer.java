package dev.candor.benchmarks.memory;

import dev.candor.benchmarks.SampleEvent;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.core.Candor;
import dev.candor.telemetry.core.Mode;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Map;

/** A server with Candor and all four backends, which all go to the address in its argument. */
public final class CandorServer {
    private CandorServer() {}

    /** Takes the receivers' address. */
    public static void main(String[] arguments) throws IOException {
        PrintStream answers = Load.takeOutput();
        String url = arguments[0];
        Telemetry telemetry = Candor.tool("benchserver", "1.0.0")
                .mode(Mode.SERVER)
                .events(SampleEvent.TYPE)
                .maintainer("segment", Map.of("write_key", "bench", "endpoint", url), Purpose.USAGE)
                .maintainer("posthog", Map.of("key", "phc_bench", "host", url), Purpose.USAGE)
                .maintainer("otlp", Map.of("endpoint", url), Purpose.USAGE)
                .maintainer("sentry", Map.of("dsn", url.replace("://", "://public@") + "/42"), Purpose.ERRORS)
                .withoutFloodGuard()
                .build()
                .open();
        if (!SampleEvent.record(telemetry)) {
            throw new IllegalStateException("nothing is recorded");
        }
        telemetry.errors().record(new IllegalStateException("one error, so that its backend runs too"));
        new Load(() -> SampleEvent.record(telemetry), answers).obey();
    }
}
