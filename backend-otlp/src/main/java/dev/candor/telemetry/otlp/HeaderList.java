package dev.candor.telemetry.otlp;

import dev.candor.telemetry.http.HeaderValue;
import dev.candor.telemetry.http.Masked;
import dev.candor.telemetry.spi.SettingValue;
import dev.candor.telemetry.spi.SettingsException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Headers as {@code OTEL_EXPORTER_OTLP_HEADERS} writes them: {@code name=value,name=value}, names and values percent-encoded
 * (opentelemetry.io, "Protocol Exporter").
 */
final class HeaderList {
    /** What belongs to the post itself. */
    private static final Set<String> RESERVED = Set.of(
            "connection",
            "content-encoding",
            "content-length",
            "content-type",
            "expect",
            "host",
            "transfer-encoding",
            "upgrade",
            "user-agent");

    private HeaderList() {}

    static Map<String, String> of(SettingValue setting) throws SettingsException {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Map.Entry<String, String> pair :
                PairList.of(setting, Masked.secret()).entrySet()) {
            String name = pair.getKey();
            if (!isToken(name)) {
                throw refused(setting, "holds a header name that is not one");
            }
            if (RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
                throw refused(setting, "sets " + name + ", which belongs to the post itself");
            }
            String value = pair.getValue();
            if (!value.equals(value.strip())) {
                throw refused(setting, "holds a value that begins or ends with white space");
            }
            headers.put(name, HeaderValue.of(new SettingValue(setting.key(), value, setting.place())));
        }
        return headers;
    }

    private static boolean isToken(String name) {
        boolean all = !name.isEmpty();
        for (int i = 0; all && i < name.length(); i++) {
            char c = name.charAt(i);
            all = c > ' ' && c < 0x7f && "()<>@,;:\\\"/[]?={}".indexOf(c) < 0;
        }
        return all;
    }

    private static SettingsException refused(SettingValue setting, String problem) {
        return new SettingsException(setting.key(), setting.place(), Masked.secret(), problem);
    }
}
