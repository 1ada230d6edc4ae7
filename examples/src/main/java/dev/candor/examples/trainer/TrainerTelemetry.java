package dev.candor.examples.trainer;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.Candor;
import dev.candor.telemetry.core.CandorBuilder;
import dev.candor.telemetry.core.ConsentRules;
import dev.candor.telemetry.core.ConsentRules.Asking;
import dev.candor.telemetry.core.ConsentRules.Format;
import dev.candor.telemetry.core.ConsentRulesBuilder;
import dev.candor.telemetry.core.ErrorRules;
import dev.candor.telemetry.core.IdentityMode;
import dev.candor.telemetry.core.Mode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** The telemetry of {@code trainer}, as its maintainer chose it. */
final class TrainerTelemetry {
    static final String NAME = "trainer";

    /** From this version on telemetry is on unless somebody says no. Whoever decided before is told and asked again. */
    static final String ON_BY_DEFAULT = "2.0.0";

    private static final Duration COUNTDOWN = Duration.ofSeconds(15);
    private static final String COLLECTED = """
        trainer can tell its maintainers how it is used: settings without paths and names, the progress of training, the
        system and its hardware, and errors. Each run has a random number of its own, and nothing says who you are.
        """;
    private static final String OPT_IN = COLLECTED
            + "It is off. TRAINER_DO_NOT_TRACK=0 turns it on, TRAINER_DO_NOT_TRACK=1 keeps it off; either ends this"
            + " notice.";
    private static final String OPT_OUT = COLLECTED
            + "From this version on it is on unless you turn it off: TRAINER_DO_NOT_TRACK=1. Either 0 or 1 ends this"
            + " notice.";

    /** Settings that name what is somebody's own; paths and secrets are known without being listed. */
    private static final String[] PRIVATE_KEYS = {
        "tokenizer_config",
        "base_model_config",
        "pretraining_dataset",
        "resume_from_checkpoint",
        "hub_model_id",
        "wandb_*",
        "comet_*",
        "mlflow_*",
        "gradio_*",
        "trackio_*",
        "swanlab_*"
    };

    private TrainerTelemetry() {}

    /** The version that runs; a system property lets a demo be a later one. */
    static String version() {
        return System.getProperty("trainer.version", "1.0.0");
    }

    static CandorBuilder describe(String version) {
        CandorBuilder builder = Candor.tool(NAME, version)
                // Training is long: what is recorded is delivered while it goes on.
                .mode(Mode.SERVER)
                .events(TrainerEvents.all())
                .consent(consent(version))
                .identity(IdentityMode.RUN)
                .errors(ErrorRules.owned("dev.candor.examples.trainer")
                        .expected(error -> error instanceof ConfigMistake)
                        .withMessage(error -> true)
                        .build())
                .reportGpus()
                .reportPlatform()
                .reportLibrary("org.yaml:snakeyaml")
                .reportLibrary("info.picocli:picocli")
                .privateKeys(PRIVATE_KEYS);
        addMaintainer(builder);
        return builder;
    }

    static ConsentRules consent(String version) {
        boolean on = isOnByDefault(version);
        ConsentRulesBuilder rules = ConsentRules.forTool(NAME, version)
                .purposes(Purpose.USAGE, Purpose.ERRORS, Purpose.METRICS)
                .formats(Format.YAML)
                .ownDoNotTrackZeroMeansYes()
                .defaultFor(Purpose.USAGE, true, ON_BY_DEFAULT)
                .defaultFor(Purpose.ERRORS, true, ON_BY_DEFAULT)
                .asking(Asking.BLOCKING_NOTICE)
                .countdown(COUNTDOWN);
        return rules.notice(on ? 2 : 1, on ? OPT_OUT : OPT_IN).build();
    }

    private static boolean isOnByDefault(String version) {
        return ConsentRules.forTool(NAME, version)
                .defaultFor(Purpose.USAGE, true, ON_BY_DEFAULT)
                .build()
                .defaultFor(Purpose.USAGE);
    }

    /**
     * A real tool has its maintainer's key in its code. This example has no maintainer, so that the key is given as the system
     * property {@code trainer.maintainer.posthog_key}, and without it there is no such destination.
     */
    private static void addMaintainer(CandorBuilder builder) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String setting : new String[] {"key", "host"}) {
            String value = System.getProperty("trainer.maintainer.posthog_" + setting);
            if (value != null) {
                values.put(setting, value);
            }
        }
        if (!values.isEmpty()) {
            builder.maintainer("posthog", values, Purpose.USAGE, Purpose.ERRORS);
        }
    }
}
