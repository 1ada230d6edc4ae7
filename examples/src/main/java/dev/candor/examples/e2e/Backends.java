package dev.candor.examples.e2e;

import dev.candor.telemetry.Audience;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.spi.Backend;
import dev.candor.telemetry.spi.BackendContext;
import dev.candor.telemetry.spi.BackendProvider;
import dev.candor.telemetry.spi.Receipts;
import dev.candor.telemetry.spi.SettingValue;
import dev.candor.telemetry.spi.SettingsException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** The backends on the class path, opened as the pipeline opens them. */
final class Backends {
    static final List<String> NAMES = List.of("sentry", "posthog", "segment", "otlp");

    private Backends() {}

    /** Opens a backend that sends to an address of this machine. */
    static Backend open(String name, String address) throws SettingsException {
        Map<String, SettingValue> settings = new HashMap<>();
        settings(name, address)
                .forEach((key, value) -> settings.put(key, new SettingValue(name + "_" + key, value, "code")));
        return provider(name).open(new BackendContext("loader", "1.4.0", Audience.OWNER, settings, Receipts.none()));
    }

    /** The purposes that a backend carries, in their order. */
    static List<Purpose> carries(String name) {
        return provider(name).spec().carries().stream().sorted().toList();
    }

    private static Map<String, String> settings(String name, String address) {
        return switch (name) {
            case "sentry" -> Map.of("dsn", address.replace("http://", "http://public@") + "/42");
            case "posthog" -> Map.of("key", "phc_e2e", "host", address);
            case "segment" -> Map.of("write_key", "e2e", "endpoint", address);
            default -> Map.of("endpoint", address);
        };
    }

    private static BackendProvider provider(String name) {
        for (BackendProvider provider : ServiceLoader.load(BackendProvider.class)) {
            if (provider.spec().name().equals(name)) {
                return provider;
            }
        }
        throw new IllegalStateException("no backend " + name + " on the class path");
    }
}
