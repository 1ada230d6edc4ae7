package dev.candor.telemetry.segment;

import dev.candor.telemetry.http.Endpoint;
import dev.candor.telemetry.http.HeaderValue;
import dev.candor.telemetry.http.Limits;
import dev.candor.telemetry.http.Masked;
import dev.candor.telemetry.spi.BackendContext;
import dev.candor.telemetry.spi.Setting;
import dev.candor.telemetry.spi.SettingValue;
import dev.candor.telemetry.spi.SettingsException;
import java.util.List;
import java.util.Locale;

/**
 * The checked settings.
 *
 * @param writeKey the source's write key
 * @param endpoint where Segment's tracking API is
 * @param limits how long a post may take
 */
record SegmentSettings(String writeKey, Endpoint endpoint, Limits limits) {
    /** Segment's own address, as in its Java client. */
    static final String DEFAULT_ENDPOINT = "https://api.segment.io";

    static final List<Setting> DECLARED = List.of(
            new Setting("write_key", true, true, "The write key of a source of a server's kind, such as HTTP API."),
            new Setting("endpoint", false, false, "Where the tracking API is; " + DEFAULT_ENDPOINT + " unless set."),
            new Setting("allow_insecure", false, false, "true to allow plain http to another machine."),
            Limits.setting());

    static SegmentSettings of(BackendContext context) throws SettingsException {
        SettingValue key = context.required("write_key");
        SettingValue endpoint =
                context.setting("endpoint").orElse(new SettingValue("segment_endpoint", DEFAULT_ENDPOINT, "default"));
        return new SegmentSettings(writeKey(key), Endpoint.of(endpoint, allowed(context)), Limits.of(context));
    }

    private static String writeKey(SettingValue setting) throws SettingsException {
        String key = HeaderValue.of(setting);
        // A colon would end the user name of the Basic credentials early.
        for (char wrong : new char[] {' ', '\t', ':'}) {
            if (key.indexOf(wrong) >= 0) {
                throw new SettingsException(
                        setting.key(),
                        setting.place(),
                        Masked.secret(),
                        "holds " + (wrong == ':' ? "a colon" : "white space"));
            }
        }
        return key;
    }

    private static boolean allowed(BackendContext context) throws SettingsException {
        SettingValue setting = context.setting("allow_insecure").orElse(null);
        if (setting == null) {
            return false;
        }
        String value = setting.value().strip().toLowerCase(Locale.ROOT);
        if (!value.equals("true") && !value.equals("false")) {
            throw new SettingsException(setting.key(), setting.place(), "", "is neither true nor false");
        }
        return value.equals("true");
    }
}
