package dev.candor.telemetry.core.internal.pipeline;

import dev.candor.telemetry.Audience;
import dev.candor.telemetry.EventType;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.internal.catalogue.CatalogueDocument;
import dev.candor.telemetry.core.internal.discovery.Discovery;
import dev.candor.telemetry.core.internal.route.Maintainer;
import dev.candor.telemetry.spi.Backend;
import dev.candor.telemetry.spi.BackendContext;
import dev.candor.telemetry.spi.ErrorReport;
import dev.candor.telemetry.spi.Header;
import dev.candor.telemetry.spi.Receipts;
import dev.candor.telemetry.spi.Resource;
import dev.candor.telemetry.spi.Setting;
import dev.candor.telemetry.spi.SettingValue;
import dev.candor.telemetry.spi.SettingsException;
import dev.candor.telemetry.spi.UsageEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiConsumer;

/** What each of the maintainer's backends would post for each event of the catalogue and for an error, on a machine that is nobody's. */
record Examples(ToolSpec tool) {
    private static final Instant TIME = Instant.parse("2026-01-02T03:04:05Z");
    private static final UUID ID = UUID.fromString("019b7cf0-1388-7000-8000-000000000000");

    Map<String, Map<String, List<String>>> byEvent() {
        Map<String, Map<String, List<String>>> examples = new TreeMap<>();
        for (EventType type : tool.events()) {
            if (type.purpose() == Purpose.USAGE) {
                examples.put(type.name(), new TreeMap<>());
            }
        }
        each(Purpose.USAGE, (name, backend) -> {
            for (EventType type : tool.events()) {
                if (type.purpose() == Purpose.USAGE) {
                    examples.getOrDefault(type.name(), new TreeMap<>())
                            .put(name, backend.readable(List.of(sample(type))));
                }
            }
        });
        return examples;
    }

    /** By backend, what an error of the tool's own would make; nothing where none are reported. */
    Map<String, List<String>> ofAnError() {
        Map<String, List<String>> examples = new TreeMap<>();
        if (!tool.errors().ownedPackages().isEmpty()) {
            ErrorReport error = ErrorSample.of(header(), tool.errors());
            each(Purpose.ERRORS, (name, backend) -> examples.put(name, backend.readable(List.of(error))));
        }
        return examples;
    }

    /** Opens each backend that the maintainer's copy of {@code purpose} goes to. */
    private void each(Purpose purpose, BiConsumer<String, Backend> use) {
        Discovery discovery = Discovery.on(tool.backends());
        for (Maintainer maintainer : tool.maintainers()) {
            Discovery.Found found = discovery.backends().get(maintainer.backend());
            if (found != null && maintainer.purposes().contains(purpose)) {
                open(found, maintainer, use);
            }
        }
    }

    private void open(Discovery.Found found, Maintainer maintainer, BiConsumer<String, Backend> use) {
        BackendContext context = new BackendContext(
                tool.name(), tool.version(), Audience.MAINTAINER, settings(found, maintainer), Receipts.none());
        try (Backend backend = found.provider().open(context)) {
            use.accept(maintainer.backend(), backend);
        } catch (SettingsException | RuntimeException | LinkageError unusable) {
            // A backend that does not work here has no examples; its status says what is wrong with it.
        }
    }

    /** The tool's own settings, with every secret one replaced: the document is for everybody. */
    private static Map<String, SettingValue> settings(Discovery.Found found, Maintainer maintainer) {
        Map<String, SettingValue> settings = new HashMap<>();
        for (Setting setting : found.spec().settings()) {
            String value = maintainer.settings().get(setting.name());
            if (value != null) {
                String shown = setting.secret() && !value.contains("://") ? "example-key" : value;
                settings.put(setting.name(), new SettingValue(setting.name(), shown, "code"));
            }
        }
        return settings;
    }

    private UsageEvent sample(EventType type) {
        return new UsageEvent(header(), type.name(), CatalogueDocument.sample(type));
    }

    private Header header() {
        Resource resource = new Resource(
                tool.name(),
                tool.version(),
                "",
                "Linux",
                "6.1.0",
                "amd64",
                "17.0.15",
                "Example",
                8,
                17_179_869_184L,
                false,
                "",
                List.of(),
                Map.of());
        return new Header(ID, TIME, "0123456789abcdef0123456789abcdef", resource);
    }
}
