package dev.candor.telemetry.posthog;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.spi.Backend;
import dev.candor.telemetry.spi.BackendContext;
import dev.candor.telemetry.spi.BackendProvider;
import dev.candor.telemetry.spi.BackendSpec;
import dev.candor.telemetry.spi.SettingsException;
import java.time.Clock;
import java.util.Set;

/**
 * Offers PostHog, in the cloud or hosted by oneself.
 *
 * <p>A key of the user's own takes the place of the maintainer's whole destination.
 */
public final class PostHogBackendProvider implements BackendProvider {

    /** Does nothing yet. */
    public PostHogBackendProvider() {}

    @Override
    public BackendSpec spec() {
        return new BackendSpec(
                "posthog", PostHogSettings.DECLARED, Set.of(Purpose.USAGE, Purpose.ERRORS, Purpose.TRACES), Set.of());
    }

    @Override
    public Backend open(BackendContext context) throws SettingsException {
        return new PostHogBackend(PostHogSettings.of(context), context.receipts(), Clock.systemUTC());
    }

    @Override
    public void check(BackendContext context) throws SettingsException {
        PostHogSettings.of(context);
    }
}
