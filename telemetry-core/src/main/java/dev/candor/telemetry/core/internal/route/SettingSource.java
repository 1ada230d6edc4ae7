package dev.candor.telemetry.core.internal.route;

import dev.candor.telemetry.spi.SettingValue;
import java.util.Optional;

/** Where a backend's settings are looked up. */
public interface SettingSource {

    /** The user's own value for a config key such as {@code sentry_dsn}, from the environment or their files. */
    Optional<SettingValue> own(String key);

    /** The value of a standard environment variable. */
    Optional<SettingValue> variable(String name);

    /** Whether the owner's switch is on by itself, so that standard variables alone may name a destination. */
    boolean ownerSwitchedOn();

    /** Whether {@code OTEL_SDK_DISABLED} forbids destinations that read OpenTelemetry's variables. */
    boolean openTelemetryDisabled();
}
