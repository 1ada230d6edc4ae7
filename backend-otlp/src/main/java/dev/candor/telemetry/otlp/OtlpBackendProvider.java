package dev.candor.telemetry.otlp;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.spi.Backend;
import dev.candor.telemetry.spi.BackendContext;
import dev.candor.telemetry.spi.BackendProvider;
import dev.candor.telemetry.spi.BackendSpec;
import dev.candor.telemetry.spi.SettingsException;
import java.time.Clock;
import java.util.Set;

/** Offers OTLP over HTTP: usage events, errors and log records as logs, spans as traces, and metrics. */
public final class OtlpBackendProvider implements BackendProvider {
    private static final Set<Purpose> CARRIED = Set.of(Purpose.values());
    private static final Set<Purpose> OWNERS = Set.of(Purpose.ERRORS, Purpose.TRACES, Purpose.METRICS, Purpose.LOGS);

    /** Does nothing. */
    public OtlpBackendProvider() {}

    @Override
    public BackendSpec spec() {
        return new BackendSpec("otlp", SettingList.ALL, CARRIED, OWNERS);
    }

    @Override
    public Backend open(BackendContext context) throws SettingsException {
        return new OtlpBackend(OtlpSettings.of(context), context.receipts(), Clock.systemUTC());
    }

    @Override
    public void check(BackendContext context) throws SettingsException {
        OtlpSettings.of(context);
    }
}
