package dev.candor.telemetry.core.internal.pipeline;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.Control;
import dev.candor.telemetry.core.Surroundings;
import dev.candor.telemetry.core.internal.consent.Invocation;
import java.util.List;
import java.util.Set;

/** Records an answer and says what holds then. */
record Switch(ToolSpec tool, Surroundings surroundings, Invocation invocation) {

    Control.Switched to(boolean yes, Set<Purpose> purposes, boolean byFlag) {
        return new Control.Switched(false, List.of());
    }
}
