package dev.candor.telemetry.sentry;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.spi.Backend;
import dev.candor.telemetry.spi.BackendContext;
import dev.candor.telemetry.spi.BackendProvider;
import dev.candor.telemetry.spi.BackendSpec;
import dev.candor.telemetry.spi.SettingsException;
import java.time.Clock;
import java.util.Set;

/** Offers Sentry: errors as events, traces as transactions, log records as log items. */
public final class SentryBackendProvider implements BackendProvider {
    private static final Set<Purpose> CARRIED = Set.of(Purpose.ERRORS, Purpose.TRACES, Purpose.LOGS);

    /** Does nothing. */
    public SentryBackendProvider() {}

    @Override
    public BackendSpec spec() {
        return new BackendSpec("sentry", SentrySettings.LIST, CARRIED, CARRIED);
    }

    @Override
    public Backend open(BackendContext context) throws SettingsException {
        return SentryBackend.open(SentrySettings.of(context), context.receipts(), Clock.systemUTC());
    }

    @Override
    public void check(BackendContext context) throws SettingsException {
        SentrySettings.of(context);
    }
}
