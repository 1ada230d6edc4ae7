package dev.candor.telemetry.core.internal.pipeline;

import dev.candor.telemetry.core.RunKind;
import dev.candor.telemetry.core.Surroundings;
import dev.candor.telemetry.core.internal.consent.ConsentGate;

/** Asks a person, or shows the notice, where that is due before a run. */
final class Asking {
    private Asking() {}

    static void askIfDue(ToolSpec tool, Surroundings surroundings, ConsentGate gate, RunKind run) {
        if (run == RunKind.QUIET) {
            gate.nobodyToAsk();
        }
    }
}
