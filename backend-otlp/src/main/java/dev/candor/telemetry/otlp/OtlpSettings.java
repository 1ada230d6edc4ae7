package dev.candor.telemetry.otlp;

import dev.candor.telemetry.http.Endpoint;
import dev.candor.telemetry.http.Flag;
import dev.candor.telemetry.http.Limits;
import dev.candor.telemetry.http.Masked;
import dev.candor.telemetry.spi.BackendContext;
import dev.candor.telemetry.spi.Setting;
import dev.candor.telemetry.spi.SettingValue;
import dev.candor.telemetry.spi.SettingsException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the backend is set up with, checked. Names and forms are those of {@code OTEL_EXPORTER_OTLP_*}.
 *
 * @param endpoints where each kind of record goes
 * @param headers what is sent with each post; the values are secret
 * @param gzip whether bodies are compressed
 * @param limits how long one post may take
 */
record OtlpSettings(Map<Kind, Endpoint> endpoints, Map<String, String> headers, boolean gzip, Limits limits) {
    private static final String ENDPOINT = "endpoint";
    private static final String HEADERS = "headers";
    private static final String COMPRESSION = "compression";
    private static final String PROTOCOL = "protocol";
    private static final String TIMEOUT = "timeout";
    private static final String ALLOW_INSECURE = "allow_insecure";
    private static final String OTEL_VARIABLE = "env:OTEL_";

    static final List<Setting> LIST = List.of(
            new Setting(
                    ENDPOINT,
                    true,
                    false,
                    "The base URL of an OTLP receiver, such as https://collector:4318.",
                    "OTEL_EXPORTER_OTLP_ENDPOINT"),
            new Setting(
                    Kind.LOGS.setting(),
                    false,
                    false,
                    "The whole URL for logs; endpoint with /v1/logs by default.",
                    "OTEL_EXPORTER_OTLP_LOGS_ENDPOINT"),
            new Setting(
                    Kind.TRACES.setting(),
                    false,
                    false,
                    "The whole URL for traces; endpoint with /v1/traces by default.",
                    "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"),
            new Setting(
                    Kind.METRICS.setting(),
                    false,
                    false,
                    "The whole URL for metrics; endpoint with /v1/metrics by default.",
                    "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT"),
            new Setting(
                    HEADERS,
                    false,
                    true,
                    "Headers to send, as name=value,name=value with percent encoding.",
                    "OTEL_EXPORTER_OTLP_HEADERS"),
            new Setting(COMPRESSION, false, false, "gzip or none; gzip by default.", "OTEL_EXPORTER_OTLP_COMPRESSION"),
            new Setting(PROTOCOL, false, false, "http/protobuf, the one protocol that is spoken."),
            new Setting(
                    ALLOW_INSECURE, false, false, "Whether plain http to another machine is allowed; no by default."),
            withVariable(Limits.setting(), "OTEL_EXPORTER_OTLP_TIMEOUT"));

    private static Setting withVariable(Setting setting, String variable) {
        return new Setting(setting.name(), setting.required(), setting.secret(), setting.help(), variable);
    }

    OtlpSettings {
        endpoints = Map.copyOf(endpoints);
        headers = Map.copyOf(headers);
    }

    /**
     * Reads and checks the settings.
     *
     * @throws SettingsException for the first that is missing or wrong
     */
    static OtlpSettings of(BackendContext context) throws SettingsException {
        boolean plainHttp = Flag.isOn(context, ALLOW_INSECURE);
        Endpoint base = Endpoint.of(context.required(ENDPOINT), plainHttp);
        Map<Kind, Endpoint> endpoints = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            SettingValue own = context.setting(kind.setting()).orElse(null);
            endpoints.put(kind, own == null ? base.resolve(kind.path()) : Endpoint.of(own, plainHttp));
        }
        oneOf(context, PROTOCOL, "http/protobuf", List.of("http/protobuf"));
        String compression = oneOf(context, COMPRESSION, "gzip", List.of("gzip", "none"));
        SettingValue headers = context.setting(HEADERS).orElse(null);
        return new OtlpSettings(
                endpoints,
                headers == null ? Map.of() : HeaderList.of(headers),
                compression.equals("gzip"),
                Limits.of(inSeconds(context)));
    }

    private static String oneOf(BackendContext context, String name, String otherwise, List<String> words)
            throws SettingsException {
        SettingValue setting = context.setting(name).orElse(null);
        String word = setting == null ? otherwise : setting.value().strip().toLowerCase(Locale.ROOT);
        if (setting != null && !words.contains(word)) {
            throw new SettingsException(
                    setting.key(),
                    setting.place(),
                    Masked.url(setting.value()),
                    "is not " + String.join(" or ", words));
        }
        return word;
    }

    /** OpenTelemetry's own variable counts milliseconds, the setting seconds. */
    private static BackendContext inSeconds(BackendContext context) {
        SettingValue timeout = context.setting(TIMEOUT).orElse(null);
        if (timeout == null || !timeout.place().startsWith(OTEL_VARIABLE)) {
            return context;
        }
        Map<String, SettingValue> settings = new HashMap<>(context.settings());
        try {
            double seconds = Long.parseLong(timeout.value().strip()) / 1000.0;
            settings.put(TIMEOUT, new SettingValue(timeout.key(), Double.toString(seconds), timeout.place()));
        } catch (NumberFormatException notNumber) {
            return context;
        }
        return new BackendContext(
                context.toolName(), context.toolVersion(), context.audience(), settings, context.receipts());
    }
}
