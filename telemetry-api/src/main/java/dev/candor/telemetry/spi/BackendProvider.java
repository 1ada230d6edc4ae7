package dev.candor.telemetry.spi;

/**
 * What a backend's jar offers through {@link java.util.ServiceLoader}.
 *
 * <p>A provider has a public constructor without arguments that does nothing. Making one, and asking for its {@link #spec()}, loads no
 * class of a vendor, opens nothing and starts no thread; that is for {@link #open}, which happens when there is something to deliver.
 */
public interface BackendProvider {

    /** The backend's name, its settings and what it can carry. */
    BackendSpec spec();

    /**
     * Opens the backend for one destination.
     *
     * @throws SettingsException when a setting is missing or wrong; the backend is then off, with that message, and others are not affected
     */
    Backend open(BackendContext context) throws SettingsException;
}
