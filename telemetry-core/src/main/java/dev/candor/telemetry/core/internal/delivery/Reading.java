package dev.candor.telemetry.core.internal.delivery;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.internal.spool.DropReason;
import dev.candor.telemetry.core.internal.spool.Frame;
import dev.candor.telemetry.core.internal.spool.RouteReader;
import dev.candor.telemetry.spi.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The first frames of a lane, sorted into what is sent and what is given up.
 *
 * <p>A lane is settled from the front, so there is one kind of frame in a reading: those of a batch, or those in front of the next one
 * that cannot be read or are over their type's cap.
 */
final class Reading {
    private final ConsentCheck consent;
    private final FrameDecoder decoder;
    private final DailyCaps caps;
    private final List<Signal> signals = new ArrayList<>();
    private final Set<Purpose> purposes = new TreeSet<>();
    private int unreadable;
    private int suppressed;

    Reading(ConsentCheck consent, FrameDecoder decoder, DailyCaps caps) {
        this.consent = consent;
        this.decoder = decoder;
        this.caps = caps;
    }

    /** Takes frames from the front, as far as they are of one kind. */
    void take(List<Frame> frames) {
        if (!frames.isEmpty()) {
            caps.begin();
        }
        for (Frame frame : frames) {
            if (!takes(frame)) {
                return;
            }
        }
    }

    /** What is to be sent; null when there is nothing. */
    @Nullable
    Batch batch(RouteReader reader) {
        return signals.isEmpty() ? null : new Batch(reader, signals, purposes);
    }

    /** Gives up what is not sent; false where there was nothing to give up. */
    boolean giveUp(RouteReader reader, Tally tally) {
        if (unreadable > 0) {
            reader.discard(unreadable, DropReason.DAMAGED);
            tally.unreadable(unreadable);
        } else if (suppressed > 0) {
            reader.discard(suppressed, DropReason.SUPPRESSED);
            tally.suppressed(suppressed);
        }
        return unreadable + suppressed > 0;
    }

    private boolean takes(Frame frame) {
        if (!purposes.contains(frame.purpose()) && !mayBeAllowed(frame.purpose())) {
            return false;
        }
        Signal signal = decoded(frame);
        if (signal == null) {
            unreadable += signals.size() + suppressed == 0 ? 1 : 0;
            return signals.size() + suppressed == 0;
        }
        if (!caps.admits(signal)) {
            suppressed += signals.size() + unreadable == 0 ? 1 : 0;
            return signals.size() + unreadable == 0;
        }
        if (unreadable + suppressed > 0) {
            return false;
        }
        purposes.add(frame.purpose());
        return signals.add(signal);
    }

    /** A no of before may be a yes by now, and is asked about; a yes of before is asked about once more, before anything is sent. */
    private boolean mayBeAllowed(Purpose purpose) {
        return consent.allowedLately(purpose) || consent.allows(purpose);
    }

    private @Nullable Signal decoded(Frame frame) {
        try {
            return decoder.decode(frame);
        } catch (RuntimeException damaged) {
            return null;
        }
    }
}
