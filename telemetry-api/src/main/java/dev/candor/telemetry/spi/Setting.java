package dev.candor.telemetry.spi;

/**
 * One setting of a backend.
 *
 * @param name its name after the backend's, such as {@code dsn}
 * @param required whether the backend is off without it
 * @param secret whether its value is masked wherever it is printed
 * @param help one sentence for people
 */
public record Setting(String name, boolean required, boolean secret, String help) {}
