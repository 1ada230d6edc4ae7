package dev.candor.telemetry.core.internal.pipeline;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.core.RunKind;
import dev.candor.telemetry.core.Surroundings;
import dev.candor.telemetry.core.internal.consent.ConsentGate;
import dev.candor.telemetry.core.internal.consent.Invocation;

/** Opens a tool's telemetry. */
public final class Opener {
    private Opener() {}

    /**
     * Opens it, asking or showing the notice where {@code run} allows it. A command that may not record usage events gets one without a
     * pipeline, which is put together for the same decision if something else needs it: who was only shown a notice sends nothing yet.
     */
    public static Telemetry open(ToolSpec tool, Surroundings surroundings, Invocation invocation, RunKind run) {
        return open(tool, surroundings, invocation, run, false);
    }

    /** Opens the whole of it. */
    public static Telemetry openWhole(ToolSpec tool, Surroundings surroundings, Invocation invocation, RunKind run) {
        return open(tool, surroundings, invocation, run, true);
    }

    private static Telemetry open(
            ToolSpec tool, Surroundings surroundings, Invocation invocation, RunKind run, boolean whole) {
        try {
            ConsentGate gate = ConsentGate.open(tool.consent(), surroundings, invocation);
            gate.rememberWith(new Memory(tool, surroundings));
            Asking.askIfDue(tool, surroundings, gate, run);
            boolean mayBegin = gate.report().changesAt().isPresent();
            boolean unused = !whole && tool.isCommand() && !gate.allows(Purpose.USAGE) && !mayBegin;
            return unused
                    ? new UnusedTelemetry(new LaterPipeline(tool, surroundings, invocation, gate))
                    : Pipeline.of(tool, surroundings, gate).telemetry(invocation, null);
        } catch (RuntimeException | LinkageError broken) {
            return off(broken);
        }
    }

    static Telemetry off(Throwable broken) {
        System.getLogger("dev.candor.telemetry")
                .log(System.Logger.Level.WARNING, "Telemetry could not start and is off.", broken);
        return Telemetry.disabled();
    }

    /** The whole telemetry, to go on where a quick one ends. */
    static LiveTelemetry whole(ToolSpec tool, Surroundings surroundings, Invocation invocation, QuickParts quick) {
        ConsentGate gate = ConsentGate.open(tool.consent(), surroundings, invocation);
        gate.rememberWith(new Memory(tool, surroundings));
        Asking.askIfDue(tool, surroundings, gate, RunKind.QUIET);
        return Pipeline.of(tool, surroundings, gate).telemetry(invocation, quick);
    }
}
