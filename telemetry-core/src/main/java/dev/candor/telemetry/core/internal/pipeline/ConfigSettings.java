package dev.candor.telemetry.core.internal.pipeline;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.ConsentRules;
import dev.candor.telemetry.core.internal.config.Config;
import dev.candor.telemetry.core.internal.consent.ConsentReport;
import dev.candor.telemetry.core.internal.route.SettingSource;
import dev.candor.telemetry.spi.SettingValue;
import java.util.Map;
import java.util.Optional;

/** Looks settings up in the user's config, under the keys that the tool gave them. */
record ConfigSettings(ConsentRules rules, ConsentReport report, Config config, Map<String, String> environment)
        implements SettingSource {

    @Override
    public Optional<SettingValue> own(String key) {
        return config.value(rules.settingKey(key));
    }

    @Override
    public Optional<SettingValue> variable(String name) {
        String value = environment.get(name);
        return value == null ? Optional.empty() : Optional.of(new SettingValue(name, value, "env:" + name));
    }

    @Override
    public boolean ownerSwitchedOn() {
        return rules.openTelemetrySwitch() && report.allows(Purpose.TRACES);
    }

    @Override
    public boolean openTelemetryDisabled() {
        return report.openTelemetryDisabled();
    }
}
