package dev.candor.telemetry.core.internal.consent;

import dev.candor.telemetry.Audience;
import dev.candor.telemetry.core.ConsentRules;
import dev.candor.telemetry.core.ConsentRules.Asking;
import dev.candor.telemetry.core.internal.config.ConfigSource;
import dev.candor.telemetry.core.internal.consent.RecordedAnswer.NoticeShown;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What holds where nobody said anything.
 *
 * <p>A default of yes holds only after the notice: in a later run when it was shown on a terminal, and after the grace when it
 * went to a log.
 */
final class Defaults {
    private static final String SOURCE = "default";

    private final ConsentInputs inputs;
    private final ConsentRules rules;
    private @Nullable Instant graceEnd;

    Defaults(ConsentInputs inputs) {
        this.inputs = inputs;
        this.rules = inputs.rules();
    }

    /** When a decision changes by itself, if one does. */
    Optional<Instant> graceEnd() {
        return Optional.ofNullable(graceEnd);
    }

    Decision decide(Subject subject) {
        if (subject.audience() == Audience.OWNER) {
            return owner();
        }
        if (!rules.defaultFor(subject.purpose())) {
            boolean canAsk = rules.asking() == Asking.PROMPT || rules.asking() == Asking.BLOCKING_NOTICE;
            return canAsk ? askAgain(SOURCE, "nobody has said yes") : denied("nobody has said yes");
        }
        for (ConfigSource each : inputs.config()) {
            if (each.mayBeCut()) {
                return denied(each.place().concat(" does not end with a whole line, so a no may be missing"));
            }
        }
        // An embedded library gets here only when the application around it has allowed it.
        if (rules.embedded()) {
            return new Decision(
                    Decision.State.GRANTED, Layer.DEFAULT, "host", "the application around it allows it", false);
        }
        return wasNoticed() ? granted("it is on by default, and the notice was shown") : waiting();
    }

    /** Off until somebody answers; no where nobody can. */
    Decision askAgain(String source, String reason) {
        boolean nobody = inputs.nobodyToAsk();
        return new Decision(
                nobody ? Decision.State.DENIED : Decision.State.UNDECIDED,
                SOURCE.equals(source) ? Layer.DEFAULT : Layer.FILES,
                source,
                nobody ? reason.concat(", and nobody can be asked here") : reason,
                false);
    }

    private Decision owner() {
        if (!rules.openTelemetrySwitch()) {
            return granted("it is on where a destination of one's own is named");
        }
        boolean deployed = false;
        for (String each : rules.deployedVariables()) {
            deployed |= !inputs.environment().getOrDefault(each, "").isBlank();
        }
        String where = deployed ? "deployed" : "locally";
        return rules.openTelemetryDefault(deployed)
                ? granted("it is on by default ".concat(where))
                : denied("it is off by default ".concat(where));
    }

    private boolean wasNoticed() {
        boolean noticed = false;
        for (RecordSource each : inputs.records()) {
            NoticeShown shown =
                    each.answer() == null ? null : each.answer().notice().orElse(null);
            noticed |= shown != null && shown.version() >= rules.noticeVersion() && isOver(shown);
        }
        return noticed;
    }

    private boolean isOver(NoticeShown shown) {
        if (shown.at().isAfter(inputs.now())) {
            return false;
        }
        if (shown.onTerminal()) {
            // Whole seconds are recorded: the run that showed the notice may have started in the same one.
            return !shown.at().plusSeconds(1).isAfter(inputs.startedAt());
        }
        Instant end = shown.at().plus(rules.grace());
        if (end.isAfter(inputs.now()) && (graceEnd == null || end.isBefore(graceEnd))) {
            graceEnd = end;
        }
        return !end.isAfter(inputs.now());
    }

    private Decision waiting() {
        String reason = graceEnd == null
                ? "it is on by default, but the notice was not shown before this run"
                : "it is on by default, but the grace after the notice is not over";
        return new Decision(Decision.State.UNDECIDED, Layer.DEFAULT, SOURCE, reason, false);
    }

    private static Decision granted(String reason) {
        return new Decision(Decision.State.GRANTED, Layer.DEFAULT, SOURCE, reason, false);
    }

    private static Decision denied(String reason) {
        return new Decision(Decision.State.DENIED, Layer.DEFAULT, SOURCE, reason, false);
    }
}
