package dev.candor.telemetry.core.internal.consent;

import dev.candor.telemetry.Audience;
import dev.candor.telemetry.Purpose;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was decided for everything, and all that was heard. Immutable.
 *
 * <p>Nothing else decides: the pipeline obeys {@link #allows} and the status prints the rest.
 */
@SuppressWarnings("EnumOrdinal") // a map would cost a short command six classes
public final class ConsentReport {
    /** By the order of subjects. */
    private final List<Decision> decisions;

    private final List<Statement> heard;
    private final List<String> diagnostics;
    private final boolean openTelemetryDisabled;
    private final Optional<Instant> changesAt;
    private final int mask;

    ConsentReport(
            List<Decision> decisions,
            List<Statement> heard,
            List<String> diagnostics,
            boolean openTelemetryDisabled,
            Optional<Instant> changesAt) {
        this.decisions = List.copyOf(decisions);
        this.heard = List.copyOf(heard);
        this.diagnostics = List.copyOf(diagnostics);
        this.openTelemetryDisabled = openTelemetryDisabled;
        this.changesAt = changesAt;
        int allowed = 0;
        for (Subject each : Subject.values()) {
            allowed |= decision(each).allows() ? each.bit() : 0;
        }
        this.mask = allowed;
    }

    /** The decision for a purpose and its own audience. */
    public Decision decision(Purpose purpose) {
        return decision(Subject.of(purpose));
    }

    /** The decision for a subject. */
    public Decision decision(Subject subject) {
        return decisions.get(subject.ordinal());
    }

    /** Whether a purpose may be collected for its own audience. */
    public boolean allows(Purpose purpose) {
        return decision(purpose).allows();
    }

    /** Whether a route may carry a purpose. */
    public boolean allows(Purpose purpose, Audience audience) {
        return decision(Subject.of(purpose, audience)).allows();
    }

    /** Whether {@code OTEL_SDK_DISABLED} forbids the owner's OTLP routes, and those alone. */
    public boolean openTelemetryDisabled() {
        return openTelemetryDisabled;
    }

    /** Everything that was heard, strongest layer first, with what has no effect. */
    public List<Statement> heard() {
        return heard;
    }

    /** One line for each thing that is wrong, with its source, for people. */
    public List<String> diagnostics() {
        return diagnostics;
    }

    /** When the grace after a notice ends, so that the decision may change by itself. */
    public Optional<Instant> changesAt() {
        return changesAt;
    }

    /** Whether nobody has decided about some MAINTAINER purpose, so that it may be asked. */
    public boolean isUndecided() {
        return decision(Purpose.USAGE).state() == Decision.State.UNDECIDED
                || decision(Purpose.ERRORS).state() == Decision.State.UNDECIDED;
    }

    boolean hasNoOfConfig() {
        for (Statement each : heard) {
            if (each.isNoOfConfig()) {
                return true;
            }
        }
        return false;
    }

    /** One bit for each subject that may be collected, by their order. */
    public int mask() {
        return mask;
    }
}
