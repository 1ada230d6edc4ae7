package dev.candor.telemetry.core.internal.pipeline;

import dev.candor.telemetry.core.Control;
import dev.candor.telemetry.core.internal.consent.ConsentGate;
import dev.candor.telemetry.core.internal.delivery.Preview;
import dev.candor.telemetry.core.internal.route.Destination;
import dev.candor.telemetry.spi.SettingsException;
import java.util.ArrayList;
import java.util.List;

/** Runs what waits through each backend's own encoder, in the batches of delivery, without sending it. */
final class Showing {
    private Showing() {}

    static List<Control.Shown> all(Parts parts, ConsentGate gate) {
        List<Control.Shown> shown = new ArrayList<>();
        for (Destination destination : parts.plan().destinations()) {
            shown.add(one(parts, gate, destination));
        }
        return shown;
    }

    private static Control.Shown one(Parts parts, ConsentGate gate, Destination destination) {
        try {
            Preview.Shown shown = Preview.of(Deliverable.shown(destination, parts.opener(), parts.spool(), gate));
            String note = shown.more() == 0 ? "" : "not shown: the " + shown.more() + " that wait behind these";
            return new Control.Shown(destination.label(), shown.posts(), note);
        } catch (SettingsException wrong) {
            return new Control.Shown(destination.label(), List.of(), String.valueOf(wrong.getMessage()));
        } catch (RuntimeException | LinkageError broken) {
            return new Control.Shown(destination.label(), List.of(), "the backend failed: " + broken);
        }
    }
}
