package dev.candor.telemetry.spi;

/**
 * One setting of a backend.
 *
 * @param name its name after the backend's, such as {@code dsn}
 * @param required whether the backend is off without it
 * @param secret whether its value is masked wherever it is printed
 * @param help one sentence for people
 * @param variable a standard environment variable that gives the value for an owner's destination where the config does not; it switches
 *     nothing on. Empty where there is none
 */
public record Setting(String name, boolean required, boolean secret, String help, String variable) {

    /** A setting without a standard variable. */
    public Setting(String name, boolean required, boolean secret, String help) {
        this(name, required, secret, help, "");
    }
}
