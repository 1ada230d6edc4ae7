package dev.example.worker;

import dev.candor.telemetry.Attribute;
import dev.candor.telemetry.EventType;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.Candor;
import dev.candor.telemetry.core.CandorBuilder;
import dev.candor.telemetry.core.ConsentRules;
import dev.candor.telemetry.core.ErrorRules;
import java.util.Map;

/** What the worker reports. */
public final class WorkerTelemetry {
    static final Attribute<String> KIND =
            Attribute.oneOf("kind", "import", "export").because("Which of the two is worth more work.");
    static final Attribute<Double> ELAPSED =
            Attribute.number("elapsed", 0, 86_400).because("Where time is lost, in seconds.");
    static final Attribute<Boolean> SUCCESS = Attribute.flag("success").because("What fails.");

    static final EventType WORK_DONE = EventType.named("work_done")
            .owner("the worker's maintainers")
            .because("How often the worker is used, and how well it works.")
            .with(KIND)
            .with(ELAPSED)
            .with(SUCCESS)
            .build();

    private WorkerTelemetry() {}

    static CandorBuilder describe() {
        return Candor.tool("worker", "1.0.0")
                .events(WORK_DONE)
                .errors(ErrorRules.owned("dev.example.worker").build())
                .consent(ConsentRules.forTool("worker", "1.0.0")
                        .notice(
                                1,
                                "worker would like to report which work it does and where it fails. No names, no data.")
                        .asking(ConsentRules.Asking.PROMPT)
                        .build())
                .maintainer("segment", Map.of("write_key", "your-write-key"), Purpose.USAGE)
                .maintainer("sentry", Map.of("dsn", "https://key@sentry.example.com/1"), Purpose.ERRORS);
    }
}
