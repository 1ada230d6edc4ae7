package dev.candor.telemetry.core.internal.pipeline;

import dev.candor.telemetry.core.internal.route.Destination;
import dev.candor.telemetry.spi.SettingsException;

/**
 * Whether the backend of a destination opens with its settings: only the backend can tell whether a DSN is one.
 *
 * @param state {@code off} where a setting is wrong, {@code broken} where the backend itself is, as delivery would say
 * @param problem what is wrong, in one line for people; empty where nothing is
 */
record OpeningTrial(String state, String problem) {

    /** Opens and closes it; nothing is sent by that. */
    static OpeningTrial of(BackendOpening opener, Destination destination) {
        try {
            opener.open(destination).close();
            return new OpeningTrial("ready", "");
        } catch (SettingsException wrong) {
            return new OpeningTrial("off", String.valueOf(wrong.getMessage()));
        } catch (RuntimeException | LinkageError broken) {
            return new OpeningTrial(
                    "broken", "does not open: ".concat(broken.getClass().getName()));
        }
    }
}
