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
     * @return how many frames, from the first on, are settled now; 0 where they are to be read again
     */
    int apply(RouteReader reader, int count, DeliveryResult result) {
        int leftOut = size.steppedOver() ? 1 : 0;
        if (leftOut > 0) {
            // The frame that was left out makes the backend throw, and the next one does not.
            reader.discard(1, DropReason.REJECTED);
            tally.rejected(1);
        }
        if (result instanceof DeliveryResult.TooLarge && count > 1) {
            size.tooLarge(count);
            return 0;
        }
        if (result instanceof DeliveryResult.Delivered delivered) {
            size.delivered(count);
            delivered(reader, count, Math.max(0, Math.min(delivered.refused(), count)));
        } else if (result instanceof DeliveryResult.TooLarge) {
            size.went();
            reader.discard(1, DropReason.TOO_LARGE_FOR_DESTINATION);
            tally.tooLarge(1);
        } else {
            size.went();
            reader.discard(count, DropReason.REJECTED);
            tally.rejected(count);
        }
        return leftOut + count;
    }

    private void delivered(RouteReader reader, int count, int refused) {
        reader.settle(count - refused);
        if (refused > 0) {
            reader.discard(refused, DropReason.REJECTED);
        }
        tally.delivered(count, refused);
    }
}
