package dev.candor.telemetry.posthog;

import dev.candor.telemetry.http.Endpoint;
import dev.candor.telemetry.http.Flag;
import dev.candor.telemetry.http.HeaderValue;
import dev.candor.telemetry.http.Limits;
import dev.candor.telemetry.http.Masked;
import dev.candor.telemetry.spi.BackendContext;
import dev.candor.telemetry.spi.Setting;
import dev.candor.telemetry.spi.SettingValue;
import dev.candor.telemetry.spi.SettingsException;
import java.util.List;

/**
 * The checked settings.
 *
 * @param key the project key
 * @param host where the project lives
 * @param limits how long a post may take
 */
record PostHogSettings(String key, Endpoint host, Limits limits) {
    /** PostHog's cloud in the United States, as in PostHog's own clients. */
    static final String DEFAULT_HOST = "https://us.i.posthog.com";

    private static final String ALLOW_INSECURE = "allow_insecure";

    static final List<Setting> DECLARED = List.of(
            new Setting("key", true, true, "The project key, which begins with phc_."),
            new Setting("host", false, false, "Where the project lives; " + DEFAULT_HOST + " unless set."),
            new Setting(
                    ALLOW_INSECURE, false, false, "Whether plain http to another machine is allowed; no by default."),
            Limits.setting());

    static PostHogSettings of(BackendContext context) throws SettingsException {
        SettingValue key = context.required("key");
        SettingValue host = context.setting("host").orElse(new SettingValue("posthog_host", DEFAULT_HOST, "default"));
        return new PostHogSettings(
                projectKey(key), Endpoint.of(host, Flag.isOn(context, ALLOW_INSECURE)), Limits.of(context));
    }

    private static String projectKey(SettingValue setting) throws SettingsException {
        String key = HeaderValue.of(setting);
        if (key.indexOf(' ') >= 0 || key.indexOf('\t') >= 0) {
            throw new SettingsException(setting.key(), setting.place(), Masked.secret(), "holds white space");
        }
        // A personal key can read and change a whole account, and a program that ships it gives it away.
        if (key.startsWith("phx_")) {
            throw new SettingsException(
                    setting.key(),
                    setting.place(),
                    Masked.secret(),
                    "is a personal key; use the project key, which begins with phc_");
        }
        return key;
    }

    /** Where it is, without the key. */
    @Override
    public String toString() {
        return "posthog at " + host;
    }
}
