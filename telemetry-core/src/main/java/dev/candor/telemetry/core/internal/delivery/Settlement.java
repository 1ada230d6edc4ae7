package dev.candor.telemetry.core.internal.delivery;

import dev.candor.telemetry.core.internal.spool.DropReason;
import dev.candor.telemetry.core.internal.spool.RouteReader;
import dev.candor.telemetry.spi.DeliveryResult;

/** Takes what a backend settled out of the spool, and counts it. */
final class Settlement {
    private final BatchSize size;
    private final Tally tally;

    Settlement(BatchSize size, Tally tally) {
        this.size = size;
        this.tally = tally;
    }

    /**
     * Acts on a result that is about at least one signal.
     *
     * @param reader where the frames wait, the first of the last peek first
     * @param count how many of those that were sent it is about
     */
    void apply(RouteReader reader, int count, DeliveryResult result) {
        if (size.steppedOver()) {
            // The frame that was left out makes the backend throw, and the next one does not.
            reader.discard(1, DropReason.REJECTED);
            tally.rejected(1);
        }
        if (result instanceof DeliveryResult.TooLarge && count > 1) {
            size.tooLarge(count);
            return;
        }
        size.went();
        if (result instanceof DeliveryResult.Delivered delivered) {
            delivered(reader, count, Math.max(0, Math.min(delivered.refused(), count)));
        } else if (result instanceof DeliveryResult.TooLarge) {
            reader.discard(1, DropReason.TOO_LARGE_FOR_DESTINATION);
            tally.tooLarge(1);
        } else {
            reader.discard(count, DropReason.REJECTED);
            tally.rejected(count);
        }
    }

    private void delivered(RouteReader reader, int count, int refused) {
        reader.settle(count - refused);
        if (refused > 0) {
            reader.discard(refused, DropReason.REJECTED);
        }
        tally.delivered(count, refused);
    }
}
