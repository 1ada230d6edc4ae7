package dev.candor.telemetry.otlp;

import dev.candor.telemetry.http.Limits;
import dev.candor.telemetry.spi.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The settings, and OpenTelemetry's variables that give their values (opentelemetry.io, "Protocol Exporter" and "General SDK
 * Configuration").
 */
final class SettingList {
    static final String ENDPOINT = "endpoint";
    static final String HEADERS = "headers";
    static final String COMPRESSION = "compression";
    static final String PROTOCOL = "protocol";
    static final String TIMEOUT = "timeout";
    static final String ALLOW_INSECURE = "allow_insecure";
    static final String SERVICE_NAME = "service_name";
    static final String RESOURCE_ATTRIBUTES = "resource_attributes";

    static final List<Setting> ALL = all();

    private SettingList() {}

    private static List<Setting> all() {
        List<Setting> all = new ArrayList<>();
        all.add(of(ENDPOINT, true, false, "The base URL of an OTLP receiver, such as https://collector:4318."));
        all.add(of(HEADERS, false, true, "Headers to send, as name=value,name=value with percent encoding."));
        all.add(of(COMPRESSION, false, false, "gzip or none; gzip by default."));
        all.add(of(PROTOCOL, false, false, "http/protobuf, the one protocol that is spoken."));
        all.add(of(TIMEOUT, false, false, Limits.setting().help()));
        for (Kind kind : Kind.values()) {
            String word = kind.word();
            all.add(of(
                    kind.setting(ENDPOINT),
                    false,
                    false,
                    "The whole URL for " + word + "; endpoint with /v1/" + word + " by default."));
            for (String name : List.of(HEADERS, COMPRESSION, PROTOCOL, TIMEOUT)) {
                String help = "For " + word + " alone, instead of " + name + ".";
                all.add(of(kind.setting(name), false, name.equals(HEADERS), help));
            }
        }
        all.add(new Setting(
                ALLOW_INSECURE, false, false, "Whether plain http to another machine is allowed; no by default."));
        all.add(new Setting(
                SERVICE_NAME, false, false, "The service's name instead of the tool's.", "OTEL_SERVICE_NAME"));
        all.add(new Setting(
                RESOURCE_ATTRIBUTES,
                false,
                false,
                "What each record says of where it was made, as name=value,name=value with percent encoding.",
                "OTEL_RESOURCE_ATTRIBUTES"));
        return List.copyOf(all);
    }

    private static Setting of(String name, boolean required, boolean secret, String help) {
        return new Setting(name, required, secret, help, "OTEL_EXPORTER_OTLP_" + name.toUpperCase(Locale.ROOT));
    }
}
