package dev.candor.telemetry.core.internal.intake;

import dev.candor.telemetry.Audience;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.internal.spool.PayloadBuffer;
import dev.candor.telemetry.spi.Header;
import dev.candor.telemetry.spi.Signal;

/** Takes finished signals: redacted, complete, for one audience. Safe for use by several threads; never throws. */
public interface SignalSink {

    /** Whether a signal of {@code purpose} for {@code lane} would be taken now. Cheap: ask before making one. */
    boolean accepts(Purpose purpose, Audience lane);

    /** A header with a new id and the present time. */
    Header newHeader();

    /** A signal that is complete and redacted, and needs only to be put together. It must not change any more. */
    interface Parts {
        /** The signal with its header. */
        Signal assemble(Header header);

        /** Writes the signal's whole payload without making it. Called once, on whichever thread writes frames. */
        void write(PayloadBuffer out, String distinctId, byte[] resource);

        /** As {@link dev.candor.telemetry.core.internal.spool.Outgoing#touch}, for what {@link #write} will read. */
        long touch();
    }

    /**
     * Takes one signal of {@code purpose} that is put together when it is written, not on the caller's time.
     *
     * @return whether it was accepted
     */
    default boolean submit(Purpose purpose, Parts parts, Audience lane) {
        return accepts(purpose, lane) && submit(parts.assemble(newHeader()), lane);
    }

    /**
     * Takes one signal.
     *
     * @return whether it was accepted
     */
    boolean submit(Signal signal, Audience lane);
}
