package dev.candor.telemetry.core.internal.consent;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Decides, from inputs alone, what may be collected. The same inputs give the same report. */
public final class ConsentResolver {
    private ConsentResolver() {}

    /** The report. Never throws for what a person wrote. */
    public static ConsentReport resolve(ConsentInputs inputs) {
        Map<Subject, Decision> decisions = new EnumMap<>(Subject.class);
        for (Subject each : Subject.values()) {
            decisions.put(
                    each, new Decision(Decision.State.DENIED, Layer.DEFAULT, "default", "nobody said yes", false));
        }
        return new ConsentReport(decisions, List.of(), List.of(), false);
    }
}
