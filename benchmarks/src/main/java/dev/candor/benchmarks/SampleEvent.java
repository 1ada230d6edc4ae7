package dev.candor.benchmarks;

import dev.candor.telemetry.Attribute;
import dev.candor.telemetry.Event;
import dev.candor.telemetry.EventType;
import dev.candor.telemetry.Telemetry;

/** The event of five attributes that every measurement records. */
public final class SampleEvent {
    static final Attribute<String> DESTINATION = Attribute.oneOf("destination", "duckdb", "postgres");
    static final Attribute<Double> ELAPSED = Attribute.number("elapsed", 0, 86_400);
    static final Attribute<Boolean> SUCCESS = Attribute.flag("success");
    static final Attribute<Long> ROWS = Attribute.wholeNumber("rows", 0, 1_000_000_000);
    static final Attribute<String> STEP = Attribute.oneOf("step", "extract", "load");

    /** Its declaration. */
    public static final EventType TYPE = EventType.named("pipeline_load")
            .owner("benchmarks")
            .because("Measured.")
            .with(DESTINATION)
            .with(ELAPSED)
            .with(SUCCESS)
            .with(ROWS)
            .with(STEP)
            .build();

    private SampleEvent() {}

    /** Records one; whether it was accepted. */
    public static boolean record(Telemetry telemetry) {
        return filled(telemetry).record();
    }

    /** One with all its attributes, not recorded yet. */
    public static Event filled(Telemetry telemetry) {
        return telemetry
                .event(TYPE)
                .with(DESTINATION, "duckdb")
                .with(ELAPSED, 2.25)
                .with(SUCCESS, true)
                .with(ROWS, 1_234L)
                .with(STEP, "load");
    }
}
