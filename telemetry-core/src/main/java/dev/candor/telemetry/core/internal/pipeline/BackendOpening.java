package dev.candor.telemetry.core.internal.pipeline;

import dev.candor.telemetry.core.internal.discovery.Discovery;
import dev.candor.telemetry.core.internal.route.Destination;
import dev.candor.telemetry.core.internal.route.RoutePlanner;
import dev.candor.telemetry.spi.Backend;
import dev.candor.telemetry.spi.BackendContext;
import dev.candor.telemetry.spi.BackendProvider;
import dev.candor.telemetry.spi.SettingsException;
import org.jspecify.annotations.Nullable;

/** Opens the backend of a destination, behind the tool's last look. */
record BackendOpening(ToolSpec tool, Discovery discovery, LocalFiles files) {

    Backend open(Destination destination) throws SettingsException {
        BackendContext context = new BackendContext(
                tool.name(),
                tool.version(),
                destination.audience(),
                destination.settings(),
                files.receipts(destination.label()));
        return new FilteredBackend(provider(destination.backend()).open(context), tool.beforeSend());
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
