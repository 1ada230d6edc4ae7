package dev.candor.telemetry.core.internal.delivery;

import dev.candor.telemetry.spi.Backend;
import dev.candor.telemetry.spi.SettingsException;

/** Opens a destination's backend when there is something to send, and not before. */
@FunctionalInterface
public interface BackendOpener {

    /**
     * Opens it.
     *
     * @throws SettingsException when a setting is missing or wrong; people were told, and the destination is off for the life of the process
     */
    Backend open() throws SettingsException;
}
