package dev.candor.examples.loader;

import dev.candor.telemetry.Attribute;
import dev.candor.telemetry.EventType;

/** All that {@code loader} tells its maintainer. */
final class LoaderEvents {
    static final Attribute<String> CATEGORY = Attribute.oneOf("event_category", "command", "pipeline")
            .because("Tells commands from the steps of a pipeline.");
    static final Attribute<String> NAME = Attribute.oneOf(
                    "event_name", "init", "run", "telemetry", "telemetry_switch", "extract", "normalize", "load")
            .because("Which command or step it was.");
    static final Attribute<String> DESTINATION =
            Attribute.oneOf("destination_name", "hsqldb").because("Which destinations are worth maintaining.");
    static final Attribute<String> SOURCE =
            Attribute.oneOf("pipeline_name", "zones").because("Which sources are worth maintaining.");
    static final Attribute<Double> ELAPSED =
            Attribute.number("elapsed", 0, 86_400).because("Where time is lost, in seconds.");
    static final Attribute<Boolean> SUCCESS = Attribute.flag("success").because("Which commands and steps fail.");
    static final Attribute<String> TRANSACTION = Attribute.hash("transaction_id")
            .because("Puts the steps of one run together; a keyed hash of a random number.");

    static final EventType COMMAND_INIT =
            command("init").with(DESTINATION).with(SOURCE).build();
    static final EventType COMMAND_RUN = command("run").with(DESTINATION).build();
    static final EventType COMMAND_TELEMETRY = command("telemetry").build();
    static final EventType EXTRACT = step("extract");
    static final EventType NORMALIZE = step("normalize");
    static final EventType LOAD = step("load");
    static final EventType RUN = step("run");

    private LoaderEvents() {}

    static EventType[] all() {
        return new EventType[] {COMMAND_INIT, COMMAND_RUN, COMMAND_TELEMETRY, EXTRACT, NORMALIZE, LOAD, RUN};
    }

    private static EventType.Builder command(String name) {
        return EventType.named("command_" + name)
                .owner("loader maintainers")
                .because("Which commands are used, and whether they work.")
                .with(CATEGORY)
                .with(NAME)
                .with(ELAPSED)
                .with(SUCCESS);
    }

    private static EventType step(String name) {
        return EventType.named("pipeline_" + name)
                .owner("loader maintainers")
                .because("How long each step of a pipeline takes, and whether it works.")
                .with(CATEGORY)
                .with(NAME)
                .with(DESTINATION)
                .with(ELAPSED)
                .with(SUCCESS)
                .with(TRANSACTION)
                .build();
    }
}
