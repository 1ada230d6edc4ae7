package dev.candor.telemetry.core.internal.delivery;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.core.internal.spool.DropReason;
import dev.candor.telemetry.core.internal.spool.Frame;
import dev.candor.telemetry.core.internal.spool.RouteReader;
import dev.candor.telemetry.spi.Signal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What waits for one destination, lane by lane in turn. Used by the destination's worker alone. */
final class Lanes {
    private final List<Supplier<RouteReader>> openers;
    private final FrameDecoder decoder;
    private final Tally tally;
    private final List<RouteReader> readers = new ArrayList<>();
    private int turn;

    Lanes(Destination destination, Tally tally) {
        this.openers = destination.lanes();
        this.decoder = destination.decoder();
        this.tally = tally;
    }

    /**
     * The next frames that may be sent, of one lane.
     *
     * @return null when nothing that may be sent is waiting
     */
    @Nullable
    Batch next(int maxFrames, int maxBytes, ConsentCheck consent) {
        open();
        for (int i = 0; i < readers.size(); i++) {
            RouteReader reader = readers.get((turn + i) % readers.size());
            Batch batch = read(reader, maxFrames, maxBytes, consent);
            if (batch != null) {
                turn = (turn + i) % readers.size();
                return batch;
            }
        }
        return null;
    }

    /** Lets the next lane have its turn. */
    void turn() {
        turn++;
    }

    /** How many frames wait in all lanes. */
    long waiting() {
        open();
        long waiting = 0;
        for (RouteReader reader : readers) {
            waiting += reader.waiting();
        }
        return waiting;
    }

    void close() {
        for (RouteReader reader : readers) {
            reader.close();
        }
    }

    private void open() {
        for (int i = readers.size(); i < openers.size(); i++) {
            RouteReader reader = openers.get(i).get();
            readers.add(reader);
            // Until it has looked once it knows of nothing that waits, and a destination that is left alone would seem
            // to have no work.
            reader.peek(1, 1);
        }
    }

    private @Nullable Batch read(RouteReader reader, int maxFrames, int maxBytes, ConsentCheck consent) {
        while (true) {
            List<Frame> frames = reader.peek(maxFrames, maxBytes);
            List<Signal> signals = new ArrayList<>(frames.size());
            Set<Purpose> purposes = EnumSet.noneOf(Purpose.class);
            boolean unreadable = false;
            for (Frame frame : frames) {
                if (!purposes.contains(frame.purpose()) && !consent.allows(frame.purpose())) {
                    break;
                }
                Signal signal = decoded(frame);
                if (signal == null) {
                    unreadable = true;
                    break;
                }
                purposes.add(frame.purpose());
                signals.add(signal);
            }
            if (!signals.isEmpty()) {
                return new Batch(reader, signals, purposes);
            }
            if (!unreadable) {
                return null;
            }
            reader.discard(1, DropReason.DAMAGED);
            tally.unreadable(1);
        }
    }

    private @Nullable Signal decoded(Frame frame) {
        try {
            return decoder.decode(frame);
        } catch (RuntimeException damaged) {
            return null;
        }
    }
}
