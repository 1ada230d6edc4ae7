package dev.candor.telemetry.core.internal.config;

import dev.candor.telemetry.core.ConsentRules;
import dev.candor.telemetry.core.Surroundings;
import dev.candor.telemetry.spi.SettingValue;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The settings of destinations: the environment first, then the project's file where the tool allows it, then the user's. */
public final class Config {
    private Config() {}

    /** Settings over what was read. */
    public static Config of(ConsentRules rules, Surroundings surroundings, List<ConfigSource> sources) {
        return new Config();
    }

    /** The value of a config key such as {@code runtime.sentry_dsn}; nothing where it is missing or empty. */
    public Optional<SettingValue> value(String key) {
        return Optional.empty();
    }

    /** One line for each key in the section of destinations that is nearly, but not quite, a known one. */
    public List<String> misspelt(Collection<String> knownKeys) {
        return List.of();
    }

    /** One line for each destination that a project's file names without being allowed to. */
    public List<String> ignored(Collection<String> knownKeys) {
        return List.of();
    }
}
