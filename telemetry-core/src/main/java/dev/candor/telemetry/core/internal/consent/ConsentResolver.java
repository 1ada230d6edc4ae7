package dev.candor.telemetry.core.internal.consent;

import dev.candor.telemetry.Audience;
import dev.candor.telemetry.core.ConsentRules;
import dev.candor.telemetry.core.internal.config.ConfigSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides, from inputs alone, what may be collected. The same inputs give the same report.
 *
 * <p>The strongest {@link Layer} with a statement decides; inside a layer any no beats any yes; and a no in a file beats a yes
 * in the environment. Where no layer says anything, {@link Defaults} does.
 */
public final class ConsentResolver {
    private final ConsentInputs inputs;
    private final Heard heard = new Heard();

    private ConsentResolver(ConsentInputs inputs) {
        this.inputs = inputs;
    }

    /** The report. Never throws for what a person wrote. */
    public static ConsentReport resolve(ConsentInputs inputs) {
        return new ConsentResolver(inputs).resolve();
    }

    private ConsentReport resolve() {
        ConsentRules rules = inputs.rules();
        PrivacyKeys keys = new PrivacyKeys(rules);
        new ProcessStatements(rules, inputs.properties(), heard).collect(inputs.invocation());
        EnvironmentStatements environment = new EnvironmentStatements(rules, inputs.environment(), heard);
        environment.collect(keys);
        if (!inputs.records().isEmpty()) {
            new RecordStatements(rules, heard).collect(inputs.records());
        }
        for (ConfigSource each : inputs.config()) {
            new FileStatements(keys, heard).collect(each);
        }
        if (RecordedAnswer.anyRemembered(inputs.records())) {
            new RememberedStatements(keys, heard).collect(inputs.records(), inputs.config());
        }
        boolean openTelemetryDisabled = environment.openTelemetryDisabled();
        List<Statement> statements = heard.statements();
        Defaults defaults = new Defaults(inputs);
        List<Decision> decisions = new ArrayList<>();
        for (Subject each : Subject.values()) {
            decisions.add(decide(each, statements, defaults));
        }
        return new ConsentReport(
                decisions, statements, heard.diagnostics(), openTelemetryDisabled, defaults.graceEnd());
    }

    private Decision decide(Subject subject, List<Statement> statements, Defaults defaults) {
        ConsentRules rules = inputs.rules();
        if (!rules.purposes().contains(subject.purpose())
                || (subject.audience() == Audience.OWNER && !rules.ownerDestinations())) {
            return denied(Layer.KILL_SWITCH, "code", rules.tool().concat(" does not have this purpose"), false);
        }
        Statement deciding = deciding(subject, statements);
        if (deciding == null) {
            return defaults.decide(subject);
        }
        String reason = deciding.reason();
        if (deciding.meaning() == Meaning.YES) {
            Statement no = deciding.layer() == Layer.ENVIRONMENT ? noInFiles(subject, statements) : null;
            if (no != null) {
                String both = "the environment says yes ("
                        .concat(reason)
                        .concat("), but ")
                        .concat(no.reason());
                return denied(Layer.FILES, no.source(), both, hasLastingNo(subject, statements));
            }
            return new Decision(Decision.State.GRANTED, deciding.layer(), deciding.source(), reason, false);
        }
        return deciding.meaning() == Meaning.OUTDATED
                ? defaults.askAgain(deciding.source(), reason)
                : denied(deciding.layer(), deciding.source(), reason, hasLastingNo(subject, statements));
    }

    /** The statement that decides: of the first layer that says anything, the one that forbids most. */
    private static @Nullable Statement deciding(Subject subject, List<Statement> statements) {
        Statement deciding = null;
        for (Statement each : statements) {
            if (deciding != null && each.layer() != deciding.layer()) {
                return deciding;
            }
            if (each.concerns(subject) && (deciding == null || each.meaning().compareTo(deciding.meaning()) < 0)) {
                deciding = each;
            }
        }
        return deciding;
    }

    /** A no in a file binds also where the environment says yes: a variable fills silence and takes nothing back. */
    private static @Nullable Statement noInFiles(Subject subject, List<Statement> statements) {
        Statement no = null;
        for (Statement each : statements) {
            boolean forbids = each.layer() == Layer.FILES && each.meaning().forbids() && each.concerns(subject);
            if (forbids && (no == null || each.meaning().compareTo(no.meaning()) < 0)) {
                no = each;
            }
        }
        return no;
    }

    private static boolean hasLastingNo(Subject subject, List<Statement> statements) {
        for (Statement each : statements) {
            if (each.isLastingNo() && each.concerns(subject)) {
                return true;
            }
        }
        return false;
    }

    private static Decision denied(Layer layer, String source, String reason, boolean lasting) {
        return new Decision(Decision.State.DENIED, layer, source, reason, lasting);
    }
}
