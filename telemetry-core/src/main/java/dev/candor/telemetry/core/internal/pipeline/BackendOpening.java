package dev.candor.telemetry.core.internal.pipeline;

import dev.candor.telemetry.EventType;
import dev.candor.telemetry.core.Mode;
import dev.candor.telemetry.core.internal.delivery.DailyCaps;
import dev.candor.telemetry.core.internal.delivery.FileCapCounts;
import dev.candor.telemetry.core.internal.discovery.Discovery;
import dev.candor.telemetry.core.internal.route.Destination;
import dev.candor.telemetry.core.internal.route.RoutePlanner;
import dev.candor.telemetry.spi.Backend;
import dev.candor.telemetry.spi.BackendContext;
import dev.candor.telemetry.spi.BackendProvider;
import dev.candor.telemetry.spi.Receipts;
import dev.candor.telemetry.spi.SettingsException;
import java.io.File;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Opens the backend of a destination, behind the tool's last look. */
record BackendOpening(ToolSpec tool, Discovery discovery, LocalFiles files) {

    Backend open(Destination destination) throws SettingsException {
        return new FilteredBackend(
                provider(destination.backend()).open(context(destination, files.receipts(destination.label()))),
                tool.beforeSend());
    }

    /**
     * What is wrong with the settings of a destination, in one line for people; empty where nothing is. A backend that fails in another way
     * is looked at again when it is opened; the preview has no settings.
     */
    String wrongSetting(Destination destination) {
        if (destination.backend().equals(RoutePlanner.PREVIEW)) {
            return "";
        }
        try {
            provider(destination.backend()).check(context(destination, Receipts.none()));
            return "";
        } catch (SettingsException wrong) {
            return String.valueOf(wrong.getMessage());
        } catch (RuntimeException | LinkageError broken) {
            return "";
        }
    }

    private BackendContext context(Destination destination, Receipts receipts) {
        return new BackendContext(
                tool.name(), tool.version(), destination.audience(), destination.settings(), receipts);
    }

    /** No process alone can hold a type to its daily cap where there are many, short commands or servers: whichever delivers does. */
    DailyCaps caps(Destination destination) {
        File file = files.caps(destination.fingerprint());
        if (file == null || tool.mode() == Mode.MEMORY || !tool.floodGuard()) {
            return DailyCaps.none();
        }
        Map<String, Integer> caps = new HashMap<>();
        for (EventType type : tool.events()) {
            caps.put(type.name(), type.dailyCap());
        }
        return new DailyCaps(caps, new FileCapCounts(file.toPath(), files.home()));
    }

    private BackendProvider provider(String backend) {
        if (backend.equals(RoutePlanner.PREVIEW)) {
            BackendProvider preview = files.preview();
            if (preview != null) {
                return preview;
            }
        }
        Discovery.@Nullable Found found = discovery.backends().get(backend);
        if (found == null) {
            throw new IllegalStateException("planned without its provider: " + backend);
        }
        return found.provider();
    }
}
