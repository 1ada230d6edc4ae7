package dev.candor.benchmarks.command;

import dev.candor.benchmarks.SampleEvent;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.core.Candor;
import dev.candor.telemetry.core.CandorBuilder;
import dev.candor.telemetry.core.Uploader;
import java.util.Map;
import java.util.Set;

/**
 * The short command that is measured: opens telemetry, records as many events as its argument says, ends.
 *
 * <p>{@code yes} as its argument records consent instead. The variable {@code SINK} is the maintainer's endpoint.
 */
public final class Command implements Uploader {
    static final String NAME = "benchtool";

    /** Made by its name in the process that delivers. */
    public Command() {}

    @Override
    public Candor candor() {
        // From the environment, which the process that delivers gets too.
        String sink = System.getenv().getOrDefault("SINK", "http://127.0.0.1:9");
        CandorBuilder builder = Candor.tool(NAME, "1.0.0")
                .events(SampleEvent.TYPE)
                .maintainer("segment", Map.of("write_key", "bench", "endpoint", sink), Purpose.USAGE);
        if (Boolean.getBoolean("detached")) {
            builder.uploader(Command.class);
        }
        return builder.build();
    }

    /** Exits with 3 when an event was not accepted and {@code expected} does not say so. */
    public static void main(String[] args) {
        Candor candor = new Command().candor();
        if (args[0].equals("yes")) {
            candor.control().on(Set.of());
            return;
        }
        int accepted = 0;
        try (Telemetry telemetry = candor.open()) {
            for (int i = Integer.parseInt(args[0]); i > 0; i--) {
                accepted += SampleEvent.record(telemetry) ? 1 : 0;
            }
        }
        if (accepted != Integer.getInteger("expected", accepted)) {
            System.exit(3);
        }
    }
}
