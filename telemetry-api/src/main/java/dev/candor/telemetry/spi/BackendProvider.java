package dev.candor.telemetry.spi;

/**
 * What a backend's jar offers through {@link java.util.ServiceLoader}.
 *
 * <p>A provider has a public constructor without arguments that does nothing. Making one, and asking for its {@link #spec()}, loads no
 * class of a vendor, opens nothing and starts no thread; that is for {@link #open}, which happens when there is something to deliver.
 * Settings are looked at before, by {@link #check}, so that whoever wrote them is told by the program that they run.
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

    /**
     * Looks at the settings alone: refuses what {@link #open} would refuse, with the same message. Called on the thread that opens a tool's
     * telemetry, at a start for which no earlier one left a plan, and only where something may be sent; so it should take less than a
     * millisecond, and touch neither disk nor network. As it stands it opens the backend and closes it: a backend that loads a vendor's
     * classes to open has one of its own.
     *
     * @throws SettingsException when a setting is missing or wrong
     */
    default void check(BackendContext context) throws SettingsException {
        open(context).close();
    }
}
