package dev.candor.telemetry.core.internal.pipeline;

import dev.candor.telemetry.Attribute;
import dev.candor.telemetry.EventType;
import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.core.Candor;
import dev.candor.telemetry.core.CandorBuilder;
import java.time.Duration;
import java.util.Set;

/** A short command, run in a JVM of its own: records as many events as its argument says, or says {@code yes}, or
 * records one and has it delivered with {@code upload}, or does {@code nothing}. */
public final class StartProbe {
    private StartProbe() {}

    /** Exits with 3 when an event was not accepted. */
    public static void main(String[] arguments) {
        if (!arguments[0].equals("nothing")) {
            Run.main(arguments[0]);
        }
    }

    /** A class of its own, so that doing nothing loads nothing. */
    private static final class Run {
        private static final Attribute<String> SIZE = Attribute.oneOf("size", "small", "large");
        private static final EventType DONE =
                EventType.named("work_done").with(SIZE).build();

        private static void main(String argument) {
            CandorBuilder builder = Candor.tool("probetool", "1.0.0").events(DONE);
            if (argument.equals("upload")) {
                builder.uploader(StartProbeUpload.class);
            }
            Candor candor = builder.build();
            if (argument.equals("yes")) {
                candor.control().on(Set.of());
                return;
            }
            if (argument.equals("no")) {
                candor.control().off(Set.of());
                return;
            }
            boolean accepted = true;
            try (Telemetry telemetry = candor.open()) {
                for (int i = argument.equals("upload") ? 1 : Integer.parseInt(argument); i > 0; i--) {
                    accepted &= telemetry.event(DONE).with(SIZE, "small").record();
                }
                // By itself it would leave a slow disk behind, and no plan.
                telemetry.close(Duration.ofMinutes(1));
            }
            if (!accepted) {
                // Not System.exit, for which newer Java looks for a logger.
                Runtime.getRuntime().halt(3);
            }
        }
    }
}
