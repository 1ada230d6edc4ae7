package dev.candor.telemetry.spi;

/**
 * The value of a setting and where it came from.
 *
 * @param key the config key as a person would write it, such as {@code runtime.sentry_dsn}
 * @param value as it was written
 * @param place the source: {@code env:RUNTIME__SENTRY_DSN}, {@code file:user /home/…/config.toml}, {@code code}
 */
public record SettingValue(String key, String value, String place) {}
