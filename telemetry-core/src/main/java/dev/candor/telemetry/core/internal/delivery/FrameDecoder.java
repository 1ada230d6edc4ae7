package dev.candor.telemetry.core.internal.delivery;

import dev.candor.telemetry.core.internal.spool.Frame;
import dev.candor.telemetry.spi.Signal;

/** Turns what was spooled back into what was recorded. */
@FunctionalInterface
public interface FrameDecoder {

    /**
     * The signal that a frame holds.
     *
     * @throws RuntimeException when the payload cannot be read; the frame is then given up and counted as damaged
     */
    Signal decode(Frame frame);
}
