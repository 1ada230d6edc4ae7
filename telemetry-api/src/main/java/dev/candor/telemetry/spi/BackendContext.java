package dev.candor.telemetry.spi;

import dev.candor.telemetry.Audience;
import java.util.Map;
import java.util.Optional;

/**
 * What a backend is opened with.
 *
 * @param toolName the tool's name, such as {@code loader}
 * @param toolVersion the tool's version
 * @param audience whom the destination belongs to
 * @param settings the values of the settings that are set, by {@link Setting#name()}
 * @param receipts where each post is noted
 */
public record BackendContext(
        String toolName, String toolVersion, Audience audience, Map<String, SettingValue> settings, Receipts receipts) {

    /** Copies {@code settings}. */
    public BackendContext {
        settings = Map.copyOf(settings);
    }

    /** The value of a setting, if it is set to more than white space. */
    public Optional<SettingValue> setting(String name) {
        SettingValue value = settings.get(name);
        return value == null || value.value().isBlank() ? Optional.empty() : Optional.of(value);
    }

    /**
     * The value of a setting that must be there.
     *
     * @throws SettingsException when it is not set
     */
    public SettingValue required(String name) throws SettingsException {
        SettingValue value = setting(name).orElse(null);
        if (value == null) {
            throw new SettingsException(name, "nowhere", "", "is not set");
        }
        return value;
    }
}
