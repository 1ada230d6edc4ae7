package dev.candor.telemetry.testkit;

import dev.candor.telemetry.Audience;
import dev.candor.telemetry.spi.Backend;
import dev.candor.telemetry.spi.BackendContext;
import dev.candor.telemetry.spi.BackendProvider;
import dev.candor.telemetry.spi.Receipts;
import dev.candor.telemetry.spi.SettingValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which classes a backend loads when: what its vendor's client costs should not be paid before there is something to send.
 *
 * @param opened until it was open
 * @param encoded until it had encoded its first event
 */
public record LoadedClasses(List<String> opened, List<String> encoded) {

    /** Copies the lists. */
    public LoadedClasses {
        opened = List.copyOf(opened);
        encoded = List.copyOf(encoded);
    }

    /**
     * Opens a backend in a loader of its own and has it encode an event.
     *
     * @param provider its provider
     * @param own how the names of the classes begin that are looked at: its own and its vendor's
     * @param settings what it is opened with
     */
    public static LoadedClasses of(
            Class<? extends BackendProvider> provider, List<String> own, Map<String, String> settings)
            throws Exception {
        Map<String, SettingValue> values = new LinkedHashMap<>();
        settings.forEach((name, value) -> values.put(name, new SettingValue(name, value, "code")));
        try (OwnFirstLoader loader = OwnFirstLoader.of(own)) {
            BackendProvider made = loader.make(BackendProvider.class, provider.getName());
            BackendContext context = new BackendContext("tool", "1.4.0", Audience.MAINTAINER, values, Receipts.none());
            try (Backend backend = made.open(context)) {
                List<String> opened = loader.loaded();
                backend.preview(List.of(Signals.usage(1)));
                return new LoadedClasses(opened, loader.loaded());
            }
        }
    }
}
