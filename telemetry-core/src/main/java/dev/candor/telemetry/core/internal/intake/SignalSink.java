package dev.candor.telemetry.core.internal.intake;

import dev.candor.telemetry.Audience;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.spi.Header;
import dev.candor.telemetry.spi.Signal;

/** Takes finished signals: redacted, complete, for one audience. Safe for use by several threads; never throws. */
public interface SignalSink {

    /** Whether a signal of {@code purpose} for {@code lane} would be taken now. Cheap: ask before making one. */
    boolean accepts(Purpose purpose, Audience lane);

    /** A header with a new id and the present time. */
    Header newHeader();

    /**
     * Takes one signal.
     *
     * @return whether it was accepted
     */
    boolean submit(Signal signal, Audience lane);
}
