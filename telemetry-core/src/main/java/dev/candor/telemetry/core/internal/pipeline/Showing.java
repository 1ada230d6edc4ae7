package dev.candor.telemetry.core.internal.pipeline;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.Control;
import dev.candor.telemetry.core.internal.codec.FrameReader;
import dev.candor.telemetry.core.internal.route.Destination;
import dev.candor.telemetry.core.internal.spool.Frame;
import dev.candor.telemetry.core.internal.spool.RouteReader;
import dev.candor.telemetry.spi.Backend;
import dev.candor.telemetry.spi.Payload;
import dev.candor.telemetry.spi.SettingsException;
import dev.candor.telemetry.spi.Signal;
import java.util.ArrayList;
import java.util.List;

/** Runs what waits through each backend's own encoder, without sending it. */
final class Showing {
    private static final int MOST_FRAMES = 1_000;
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    private Showing() {}

    static List<Control.Shown> all(Parts parts) {
        List<Control.Shown> shown = new ArrayList<>();
        for (Destination destination : parts.plan().destinations()) {
            shown.add(one(parts, destination));
        }
        return shown;
    }

    private static Control.Shown one(Parts parts, Destination destination) {
        List<Signal> waiting = new ArrayList<>();
        for (Purpose purpose : destination.purposes()) {
            read(parts.spool().reader(destination.fingerprint(purpose)), waiting);
        }
        if (waiting.isEmpty()) {
            return new Control.Shown(destination.label(), List.of(), "");
        }
        try (Backend backend = parts.opener().open(destination)) {
            List<Payload> payloads = backend.preview(waiting);
            return new Control.Shown(destination.label(), payloads, "");
        } catch (SettingsException wrong) {
            return new Control.Shown(destination.label(), List.of(), String.valueOf(wrong.getMessage()));
        } catch (RuntimeException | LinkageError broken) {
            return new Control.Shown(destination.label(), List.of(), "the backend failed: " + broken);
        }
    }

    private static void read(RouteReader reader, List<Signal> waiting) {
        FrameReader frames = new FrameReader();
        try {
            for (Frame frame : reader.peek(MOST_FRAMES, MOST_BYTES)) {
                add(frames, frame, waiting);
            }
        } finally {
            reader.close();
        }
    }

    private static void add(FrameReader frames, Frame frame, List<Signal> waiting) {
        try {
            waiting.add(frames.read(frame));
        } catch (IllegalArgumentException damaged) {
            // It is given up and counted when it is delivered; here it is only not shown.
            return;
        }
    }
}
