package dev.candor.telemetry.otlp;

import dev.candor.telemetry.http.Masked;
import dev.candor.telemetry.spi.SettingValue;
import dev.candor.telemetry.spi.SettingsException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Pairs as OpenTelemetry's variables write them: {@code name=value,name=value}, percent-encoded (W3C Baggage without properties). */
final class PairList {
    private PairList() {}

    /**
     * The pairs, decoded.
     *
     * @param shown what a message shows of the value
     * @throws SettingsException when one is no pair or cannot be decoded; then the whole list is refused, as OpenTelemetry wants it
     */
    static Map<String, String> of(SettingValue setting, String shown) throws SettingsException {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String pair : setting.value().split(",", -1)) {
            if (pair.isBlank()) {
                continue;
            }
            int equals = pair.indexOf('=');
            if (equals < 0) {
                throw refused(setting, shown, "is not a list of name=value");
            }
            String name = decoded(setting, shown, pair.substring(0, equals));
            if (name.isEmpty()) {
                throw refused(setting, shown, "holds a value without a name");
            }
            pairs.put(name, decoded(setting, shown, pair.substring(equals + 1)));
        }
        return pairs;
    }

    private static String decoded(SettingValue setting, String shown, String written) throws SettingsException {
        try {
            // The decoder is one for forms, where + is a space; here it is a plus.
            return URLDecoder.decode(written.strip().replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            throw refused(setting, shown, "holds a percent sign that begins no code");
        }
    }

    private static SettingsException refused(SettingValue setting, String shown, String problem) {
        return new SettingsException(setting.key(), setting.place(), Masked.url(shown), problem);
    }
}
