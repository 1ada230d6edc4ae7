package dev.candor.examples.deployer.sdk;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.Candor;
import dev.candor.telemetry.core.CandorBuilder;
import dev.candor.telemetry.core.ConsentRules;
import dev.candor.telemetry.core.ConsentRulesBuilder;
import dev.candor.telemetry.core.ErrorRules;
import dev.candor.telemetry.core.IdentityMode;
import dev.candor.telemetry.core.Mode;
import dev.candor.telemetry.core.Uploader;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;

/**
 * The telemetry of {@code deployer}, as its maintainer chose it: the command line and every program that uses the SDK describe themselves
 * by this, and so share one config file and one answer.
 */
public final class DeployerTelemetry implements Uploader {
    /** The tool's name, as in {@code ~/.deployer}. */
    public static final String NAME = "deployer";

    /** The version that runs, unless the system property {@code deployer.version} names another, to see what that did. */
    public static final String VERSION = "0.16.1";

    /** Set by the platform in whatever it runs. */
    public static final String DEPLOYED_VARIABLE = "DEPLOYER_WORKLOAD";

    /** Where it may be said to run; a customer may call an environment by their own name. */
    private static final Set<String> ENVIRONMENTS = Set.of("local", "development", "staging", "production");

    /** Before this version errors were reported unless somebody said no. */
    private static final String FIRST_WITHOUT_DEFAULT = "0.16.1";

    private static final double KEPT_TRACES = 0.1;
    private static final int NOTICE_VERSION = 1;
    private static final String NOTICE = """
        deployer can report errors of its own to its makers: type and redacted message, stack, environment, version, workspace,
        commit, system and what it was doing. It never reports requests, keys, files or addresses, or errors of your code.\
        """;

    /** Made by its name in the process that delivers what commands left. */
    public DeployerTelemetry() {}

    @Override
    public Candor candor() {
        return describe();
    }

    /** The telemetry of the command line, which asks whoever types. */
    public static Candor describe() {
        CandorBuilder builder = builder(version(), System.getenv());
        addMaintainer(builder);
        if (!"no".equals(System.getProperty("deployer.detached"))) {
            builder.uploader(DeployerTelemetry.class);
        }
        return builder.build();
    }

    /** The telemetry of the SDK inside an application: it asks nobody, keeps no event on disk, and waits for the application's word. */
    static Candor embedded() {
        CandorBuilder builder = embedded(version(), System.getenv());
        addMaintainer(builder);
        return builder.build();
    }

    private static String version() {
        return System.getProperty("deployer.version", VERSION);
    }

    private static void addMaintainer(CandorBuilder builder) {
        // A real SDK has its maker's DSN in its code; this example is given one, and without it reports to nobody.
        String dsn = System.getProperty("deployer.maintainer.sentry_dsn");
        if (dsn != null) {
            builder.maintainer("sentry", Map.of("dsn", dsn), Purpose.ERRORS);
        }
    }

    /** The command line's for a version and an environment. */
    static CandorBuilder builder(String version, Map<String, String> environment) {
        ConsentRulesBuilder rules = rules(version);
        // Where the default is yes there is nothing to ask: people are told before anything is sent.
        boolean onByDefault = rules.build().defaultFor(Purpose.ERRORS);
        rules.asking(onByDefault ? ConsentRules.Asking.NOTICE : ConsentRules.Asking.PROMPT);
        return builder(version, environment, rules).mode(Mode.COMMAND).answersInConfig();
    }

    /** The embedded SDK's for a version and an environment. */
    static CandorBuilder embedded(String version, Map<String, String> environment) {
        return builder(version, environment, rules(version).embedded()).mode(Mode.MEMORY);
    }

    private static CandorBuilder builder(String version, Map<String, String> environment, ConsentRulesBuilder rules) {
        boolean deployed = !environment.getOrDefault(DEPLOYED_VARIABLE, "").isBlank();
        return Candor.tool(NAME, version)
                .consent(rules.build())
                .identity(IdentityMode.NONE)
                .errors(errors())
                .environment(
                        environment.getOrDefault("DEPLOYER_ENV", deployed ? "production" : "local"),
                        ENVIRONMENTS,
                        "production")
                .declare("workspace", environment.getOrDefault("DEPLOYER_WORKSPACE", "none"))
                .declare("commit", System.getProperty("deployer.commit", "unreleased"))
                .traceRatio(KEPT_TRACES);
    }

    private static ConsentRulesBuilder rules(String version) {
        return ConsentRules.forTool(NAME, version)
                .purposes(Purpose.ERRORS, Purpose.TRACES, Purpose.METRICS, Purpose.LOGS)
                .consentKey("tracking")
                .section("")
                .formats(ConsentRules.Format.YAML)
                .doNotTrackZeroMeansYes()
                .defaultFor(Purpose.ERRORS, true)
                .defaultFor(Purpose.ERRORS, false, FIRST_WITHOUT_DEFAULT)
                .openTelemetrySwitch(false, true, DEPLOYED_VARIABLE)
                .notice(NOTICE_VERSION, NOTICE);
    }

    private static ErrorRules errors() {
        return ErrorRules.owned("dev.candor.examples.deployer")
                .expected(error -> error instanceof ExpectedFailure
                        || error instanceof InterruptedException
                        || error instanceof CancellationException)
                .withMessage(error -> true)
                .withThreads()
                .build();
    }
}
