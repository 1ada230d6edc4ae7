package dev.candor.telemetry.testkit;

import dev.candor.telemetry.Attribute;
import dev.candor.telemetry.EventType;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.Candor;
import dev.candor.telemetry.core.CandorBuilder;
import dev.candor.telemetry.core.ErrorRules;
import java.util.Map;

/** The telemetry of a tool that is tested. */
final class Tool {
    static final Attribute<String> DESTINATION = Attribute.oneOf("destination", "duckdb", "postgres");
    static final Attribute<Double> ELAPSED = Attribute.number("elapsed", 0, 100);
    static final Attribute<Boolean> SUCCESS = Attribute.flag("success");
    static final EventType LOAD = EventType.named("load_finished")
            .with(DESTINATION)
            .with(ELAPSED)
            .with(SUCCESS)
            .build();
    static final EventType OTHER = EventType.named("other").with(SUCCESS).build();

    private Tool() {}

    static CandorBuilder describe() {
        return Candor.tool("loader", "1.4.0")
                .events(LOAD, OTHER)
                .errors(ErrorRules.owned("dev.candor.telemetry.testkit").build())
                .maintainer("segment", Map.of("write_key", "wk"), Purpose.USAGE);
    }
}
