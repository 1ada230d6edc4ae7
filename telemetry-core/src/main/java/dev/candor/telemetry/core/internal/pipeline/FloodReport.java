package dev.candor.telemetry.core.internal.pipeline;

import dev.candor.telemetry.core.internal.delivery.FloodGuard;
import java.lang.System.Logger.Level;

/** Tells whoever reads the program's log what the flood guard suppressed; each suppressed event is told of once. */
record FloodReport(FloodGuard guard) {
    void tell() {
        for (FloodGuard.Suppressed each : guard.takeReport()) {
            System.getLogger("dev.candor.telemetry")
                    .log(
                            Level.WARNING,
                            "{0} events of the type {1} were suppressed: it is over its daily cap, or recorded in a loop",
                            each.count(),
                            each.name());
        }
    }
}
