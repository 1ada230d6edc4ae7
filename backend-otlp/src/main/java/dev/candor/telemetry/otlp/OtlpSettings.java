package dev.candor.telemetry.otlp;

import dev.candor.telemetry.spi.BackendContext;
import dev.candor.telemetry.spi.SettingValue;
import dev.candor.telemetry.spi.SettingsException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the backend is set up with, checked. Names and forms are those of {@code OTEL_EXPORTER_OTLP_*}.
 *
 * @param channels how each kind of record is posted
 * @param attributes what the owner says of where records are made, in place of what is known of it
 */
record OtlpSettings(Map<Kind, Channel> channels, Map<String, String> attributes) {

    OtlpSettings {
        channels = Map.copyOf(channels);
        attributes = Map.copyOf(attributes);
    }

    /**
     * Reads and checks the settings.
     *
     * @throws SettingsException for the first that is missing or wrong
     */
    static OtlpSettings of(BackendContext context) throws SettingsException {
        Map<Kind, Channel> channels = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            channels.put(kind, Channel.of(context, kind));
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        SettingValue written = context.setting(SettingList.RESOURCE_ATTRIBUTES).orElse(null);
        if (written != null) {
            attributes.putAll(PairList.of(written, written.value()));
        }
        // It stands above a service.name among the attributes (opentelemetry.io, "General SDK Configuration").
        context.setting(SettingList.SERVICE_NAME)
                .ifPresent(name -> attributes.put("service.name", name.value().strip()));
        return new OtlpSettings(channels, attributes);
    }

    Channel channel(Kind kind) {
        Channel channel = channels.get(kind);
        if (channel == null) {
            throw new IllegalStateException("no channel for " + kind);
        }
        return channel;
    }
}
