package dev.candor.telemetry.otlp;

import dev.candor.telemetry.http.Endpoint;
import dev.candor.telemetry.http.Flag;
import dev.candor.telemetry.http.Limits;
import dev.candor.telemetry.http.Masked;
import dev.candor.telemetry.spi.BackendContext;
import dev.candor.telemetry.spi.SettingValue;
import dev.candor.telemetry.spi.SettingsException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How records of one kind are posted. What is set for the kind stands in place of what is set for all, and is not added to it.
 *
 * @param endpoint where to
 * @param headers what is sent with each post; the values are secret
 * @param gzip whether bodies are compressed
 * @param limits how long one post may take
 */
record Channel(Endpoint endpoint, Map<String, String> headers, boolean gzip, Limits limits) {
    private static final String OTEL_VARIABLE = "env:OTEL_";
    private static final String SPOKEN = "http/protobuf";

    Channel {
        headers = Map.copyOf(headers);
    }

    /**
     * Reads and checks what is set for a kind.
     *
     * @throws SettingsException for the first that is missing or wrong
     */
    static Channel of(BackendContext context, Kind kind) throws SettingsException {
        boolean plainHttp = Flag.isOn(context, SettingList.ALLOW_INSECURE);
        Endpoint base = Endpoint.of(context.required(SettingList.ENDPOINT), plainHttp);
        SettingValue own = context.setting(kind.setting(SettingList.ENDPOINT)).orElse(null);
        Endpoint endpoint = own == null ? base.resolve(kind.path()) : Endpoint.of(own, plainHttp);
        checkProtocol(context, kind, own == null ? context.required(SettingList.ENDPOINT) : own);
        SettingValue headers = setting(context, kind, SettingList.HEADERS).orElse(null);
        return new Channel(
                endpoint,
                headers == null ? Map.of() : HeaderList.of(headers),
                compresses(context, kind),
                limits(context, kind));
    }

    private static Optional<SettingValue> setting(BackendContext context, Kind kind, String name) {
        Optional<SettingValue> own = context.setting(kind.setting(name));
        return own.isPresent() ? own : context.setting(name);
    }

    /**
     * Of an address that is the user's own setting, OpenTelemetry's variable says nothing: it is meant for the program's own exporters. Where
     * the address is a variable's too, the variable that names another protocol says that nobody listens there for this one.
     */
    private static void checkProtocol(BackendContext context, Kind kind, SettingValue address)
            throws SettingsException {
        SettingValue protocol = setting(context, kind, SettingList.PROTOCOL).orElse(null);
        if (protocol == null || (variable(protocol) && !variable(address))) {
            return;
        }
        if (!word(protocol).equals(SPOKEN)) {
            throw refused(protocol, "is not " + SPOKEN);
        }
    }

    private static boolean compresses(BackendContext context, Kind kind) throws SettingsException {
        SettingValue compression =
                setting(context, kind, SettingList.COMPRESSION).orElse(null);
        if (compression != null && !List.of("gzip", "none").contains(word(compression))) {
            throw refused(compression, "is not gzip or none");
        }
        return compression == null || word(compression).equals("gzip");
    }

    /** OpenTelemetry's own variable counts milliseconds, the setting seconds. */
    private static Limits limits(BackendContext context, Kind kind) throws SettingsException {
        SettingValue timeout = setting(context, kind, SettingList.TIMEOUT).orElse(null);
        if (timeout == null) {
            return Limits.standard();
        }
        Map<String, SettingValue> settings = new HashMap<>();
        settings.put(SettingList.TIMEOUT, variable(timeout) ? inSeconds(timeout) : timeout);
        return Limits.of(new BackendContext(
                context.toolName(), context.toolVersion(), context.audience(), settings, context.receipts()));
    }

    private static SettingValue inSeconds(SettingValue millis) {
        try {
            double seconds = Long.parseLong(millis.value().strip()) / 1000.0;
            return new SettingValue(millis.key(), Double.toString(seconds), millis.place());
        } catch (NumberFormatException notNumber) {
            return millis;
        }
    }

    private static boolean variable(SettingValue setting) {
        return setting.place().startsWith(OTEL_VARIABLE);
    }

    private static String word(SettingValue setting) {
        return setting.value().strip().toLowerCase(Locale.ROOT);
    }

    private static SettingsException refused(SettingValue setting, String problem) {
        return new SettingsException(setting.key(), setting.place(), Masked.url(setting.value()), problem);
    }
}
