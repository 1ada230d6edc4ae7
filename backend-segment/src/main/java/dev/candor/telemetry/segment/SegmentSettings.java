package dev.candor.telemetry.segment;

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
 * @param writeKey the source's write key
 * @param endpoint where Segment's tracking API is
 * @param limits how long a post may take
 */
record SegmentSettings(String writeKey, Endpoint endpoint, Limits limits) {
    /** Segment's own address, as in its Java client. */
    static final String DEFAULT_ENDPOINT = "https://api.segment.io";

    private static final String ALLOW_INSECURE = "allow_insecure";

    static final List<Setting> DECLARED = List.of(
            new Setting("write_key", true, true, "The write key of a source of a server's kind, such as HTTP API."),
            new Setting("endpoint", false, false, "Where the tracking API is; " + DEFAULT_ENDPOINT + " unless set."),
            new Setting(
                    ALLOW_INSECURE, false, false, "Whether plain http to another machine is allowed; no by default."),
            Limits.setting());

    static SegmentSettings of(BackendContext context) throws SettingsException {
        SettingValue key = context.required("write_key");
        SettingValue endpoint =
                context.setting("endpoint").orElse(new SettingValue("segment_endpoint", DEFAULT_ENDPOINT, "default"));
        return new SegmentSettings(
                writeKey(key), Endpoint.of(endpoint, Flag.isOn(context, ALLOW_INSECURE)), Limits.of(context));
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

    /** Where it is, without the key. */
    @Override
    public String toString() {
        return "segment at " + endpoint;
    }
}
