package dev.candor.telemetry.http;

import dev.candor.telemetry.spi.BackendContext;
import dev.candor.telemetry.spi.SettingValue;
import dev.candor.telemetry.spi.SettingsException;
import java.util.Locale;
import java.util.Set;

/** A setting that is on or off. */
public final class Flag {
    private static final Set<String> ON = Set.of("1", "true", "yes", "on", "y", "t");
    private static final Set<String> OFF = Set.of("0", "false", "no", "off", "n", "f");

    private Flag() {}

    /**
     * Whether the setting is on; one that is not set is off.
     *
     * @throws SettingsException when it is a word for neither
     */
    public static boolean isOn(BackendContext context, String name) throws SettingsException {
        SettingValue setting = context.setting(name).orElse(null);
        if (setting == null) {
            return false;
        }
        String word = setting.value().strip().toLowerCase(Locale.ROOT);
        if (!ON.contains(word) && !OFF.contains(word)) {
            throw new SettingsException(
                    setting.key(), setting.place(), Masked.url(setting.value()), "is neither yes nor no");
        }
        return ON.contains(word);
    }
}
