package dev.candor.telemetry.core.internal.pipeline;

import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.core.Surroundings;
import dev.candor.telemetry.core.internal.consent.ConsentGate;
import dev.candor.telemetry.core.internal.consent.Invocation;
import java.util.function.Supplier;

/** Puts the pipeline together for a decision that was already made. */
final class LaterPipeline implements Supplier<Telemetry> {
    private final ToolSpec tool;
    private final Surroundings surroundings;
    private final Invocation invocation;
    private final ConsentGate gate;

    LaterPipeline(ToolSpec tool, Surroundings surroundings, Invocation invocation, ConsentGate gate) {
        this.tool = tool;
        this.surroundings = surroundings;
        this.invocation = invocation;
        this.gate = gate;
    }

    @Override
    public Telemetry get() {
        try {
            return Pipeline.of(tool, surroundings, gate).telemetry(invocation, null);
        } catch (RuntimeException | LinkageError broken) {
            return Opener.off(broken);
        }
    }
}
