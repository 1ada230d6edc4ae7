package dev.candor.telemetry.core.internal.pipeline;

import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.core.RunKind;
import dev.candor.telemetry.core.Surroundings;
import dev.candor.telemetry.core.internal.consent.ConsentGate;
import dev.candor.telemetry.core.internal.consent.Invocation;

/** Opens a tool's telemetry. */
public final class Opener {
    private Opener() {}

    /** Opens it without asking anybody. */
    public static Telemetry open(ToolSpec tool, Surroundings surroundings, Invocation invocation) {
        return open(tool, surroundings, invocation, RunKind.QUIET);
    }

    /** Opens it, asking or showing the notice where {@code run} allows it. */
    public static Telemetry open(ToolSpec tool, Surroundings surroundings, Invocation invocation, RunKind run) {
        try {
            ConsentGate gate = ConsentGate.open(tool.consent(), surroundings, invocation);
            gate.rememberWith(new Memory(tool, surroundings));
            Asking.askIfDue(tool, surroundings, gate, run);
            return Pipeline.of(tool, surroundings, gate).telemetry();
        } catch (RuntimeException | LinkageError broken) {
            System.getLogger("dev.candor.telemetry")
                    .log(System.Logger.Level.WARNING, "Telemetry could not start and is off.", broken);
            return Telemetry.disabled();
        }
    }
}
