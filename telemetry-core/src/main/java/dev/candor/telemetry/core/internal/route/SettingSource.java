package dev.candor.telemetry.core.internal.route;

import dev.candor.telemetry.spi.SettingValue;
import java.util.Optional;

/** Where a backend's settings are looked up. */
public interface SettingSource {

    /** The user's own value for a config key such as {@code sentry_dsn}, from the environment or their files. */
    Optional<SettingValue> own(String key);

    /** The value of a standard environment variable. */
    Optional<SettingValue> variable(String name);
}
