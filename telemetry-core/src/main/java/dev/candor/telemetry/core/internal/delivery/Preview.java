package dev.candor.telemetry.core.internal.delivery;

import dev.candor.telemetry.spi.Backend;
import dev.candor.telemetry.spi.Payload;
import dev.candor.telemetry.spi.SettingsException;
import java.util.List;

/** Shows what a destination's backend would post next, and posts nothing. */
public final class Preview {
    private Preview() {}

    /**
     * The posts that the next attempt would make, or none where nothing that may be sent is waiting.
     *
     * <p>Everything stays as it was, but that unreadable frames are given up. It opens a backend and readers of its own, so it is for a
     * command that delivers nothing itself.
     *
     * @throws SettingsException when the destination's settings are wrong
     */
    public static List<Payload> of(Destination destination) throws SettingsException {
        Lanes lanes = new Lanes(destination, new Tally());
        try {
            BatchLimits limits = destination.limits();
            Batch batch = lanes.next(limits.frames(), limits.bytes(), destination.consent());
            if (batch == null) {
                return List.of();
            }
            try (Backend backend = destination.opener().open()) {
                return backend.preview(batch.signals());
            }
        } finally {
            lanes.close();
        }
    }
}
