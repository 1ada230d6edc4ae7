package dev.candor.telemetry.spi;

/** A setting is missing or wrong. Its message is one line for people: key, place, value (masked where secret) and what is wrong with it. */
public final class SettingsException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String key;

    /**
     * Makes the message.
     *
     * @param key the config key
     * @param place where the value was read
     * @param shown the value, already masked where it is secret; empty where there is none
     * @param problem what is wrong, such as {@code is not a URL}
     */
    public SettingsException(String key, String place, String shown, String problem) {
        super(key + " (" + place + ") " + (shown.isEmpty() ? "" : "'" + shown + "' ") + problem);
        this.key = key;
    }

    /** The config key that is wrong. */
    public String key() {
        return key;
    }
}
