package dev.candor.telemetry.segment;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.spi.Backend;
import dev.candor.telemetry.spi.BackendContext;
import dev.candor.telemetry.spi.BackendProvider;
import dev.candor.telemetry.spi.BackendSpec;
import dev.candor.telemetry.spi.SettingsException;
import java.time.Clock;
import java.util.Set;

/**
 * Offers Segment, and whatever else speaks Segment's tracking API.
 *
 * <p>A write key of the user's own takes the place of the maintainer's whole destination.
 */
public final class SegmentBackendProvider implements BackendProvider {

    /** Does nothing yet. */
    public SegmentBackendProvider() {}

    @Override
    public BackendSpec spec() {
        return new BackendSpec(
                "segment", SegmentSettings.DECLARED, Set.of(Purpose.USAGE, Purpose.ERRORS, Purpose.TRACES), Set.of());
    }

    @Override
    public Backend open(BackendContext context) throws SettingsException {
        return new SegmentBackend(SegmentSettings.of(context), context.receipts(), Clock.systemUTC());
    }

    @Override
    public void check(BackendContext context) throws SettingsException {
        SegmentSettings.of(context);
    }
}
