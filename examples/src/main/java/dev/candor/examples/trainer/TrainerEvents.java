package dev.candor.examples.trainer;

import dev.candor.telemetry.AllowList;
import dev.candor.telemetry.Attribute;
import dev.candor.telemetry.EventType;
import dev.candor.telemetry.RunEvents;
import java.util.Map;

/** All that {@code trainer} tells its maintainer. */
final class TrainerEvents {
    private static final String OWNER = "trainer maintainers";
    private static final int DEEPEST = 8;
    private static final int MOST_NODES = 500;
    private static final AllowList ORGANISATIONS = Organisations.ofProgram();

    static final Attribute<Map<String, ?>> CONFIG = config(ORGANISATIONS);
    static final Attribute<String> MODEL = Attribute.listed("base_model", ORGANISATIONS)
            .because("Which public models people start from; any other is only counted as such.");
    static final Attribute<Long> STEPS =
            Attribute.wholeNumber("planned_steps", 0, 1L << 50).because("How long runs are meant to be.");
    static final Attribute<Long> EPOCHS =
            Attribute.wholeNumber("planned_epochs", 0, 1L << 31).because("How long runs are meant to be.");

    static final Attribute<String> KERNEL =
            Attribute.oneOf("kernel", "plain", "unrolled").because("Which kernels are worth maintaining.");
    static final Attribute<Long> KERNELS =
            Attribute.wholeNumber("kernel_count", 0, 100).because("Among how many it was chosen.");
    static final Attribute<Double> GAIN =
            Attribute.number("gain", 1, 1e9).because("Whether choosing is worth its time.");

    static final EventType CONFIG_LOADED = EventType.named("config_loaded")
            .owner(OWNER)
            .because("Which settings are used, so that those are looked after.")
            .with(CONFIG)
            .with(MODEL)
            .build();
    static final EventType TRAIN_START = EventType.named("train_start")
            .owner(OWNER)
            .because("How many runs get as far as training.")
            .with(STEPS)
            .with(EPOCHS)
            .build();
    static final EventType KERNEL_AUTOTUNE = EventType.named("kernel_autotune")
            .owner(OWNER)
            .because("Which of several kernels is the fastest on people's machines.")
            .with(KERNEL)
            .with(KERNELS)
            .with(GAIN)
            .build();
    static final EventType TRAIN_PROGRESS = RunEvents.progress("train_progress", OWNER);
    static final EventType TRAIN_END = RunEvents.end("train_end", OWNER);

    private TrainerEvents() {}

    static EventType[] all() {
        return new EventType[] {CONFIG_LOADED, TRAIN_START, KERNEL_AUTOTUNE, TRAIN_PROGRESS, TRAIN_END};
    }

    /** The config, in which models of listed organisations stay as they are. */
    static Attribute<Map<String, ?>> config(AllowList organisations) {
        return Attribute.tree("config", DEEPEST, MOST_NODES, organisations, "base_model")
                .because("Which settings are used. Paths, secrets and names of one's own are removed before it is"
                        + " kept.");
    }
}
