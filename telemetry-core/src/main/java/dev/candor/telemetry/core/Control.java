package dev.candor.telemetry.core;

public final class Control {
    Control(
            dev.candor.telemetry.core.internal.pipeline.ToolSpec t,
            Surroundings s,
            dev.candor.telemetry.core.internal.consent.Invocation i) {}
}
