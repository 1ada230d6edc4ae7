package dev.candor.telemetry.core.internal.delivery;

import dev.candor.telemetry.core.internal.spool.RouteReader;
import dev.candor.telemetry.spi.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What waits for one destination, lane by lane in turn. Used by the destination's worker alone. */
final class Lanes {
    private final List<Supplier<RouteReader>> openers;
    private final FrameDecoder decoder;
    private final Supplier<DailyCaps> capping;
    private final Tally tally;
    private final List<RouteReader> readers = new ArrayList<>();
    private @Nullable DailyCaps caps;
    private int turn;

    Lanes(Destination destination, Tally tally) {
        this.openers = destination.lanes();
        this.decoder = destination.decoder();
        this.capping = destination.caps();
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

    /** The receiver has these. */
    void delivered(List<Signal> signals) {
        caps().delivered(signals);
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

    private DailyCaps caps() {
        DailyCaps known = caps;
        if (known == null) {
            known = capping.get();
            caps = known;
        }
        return known;
    }

    private @Nullable Batch read(RouteReader reader, int maxFrames, int maxBytes, ConsentCheck consent) {
        while (true) {
            Reading reading = new Reading(consent, decoder, caps());
            reading.take(reader.peek(maxFrames, maxBytes));
            Batch batch = reading.batch(reader);
            if (batch != null || !reading.giveUp(reader, tally)) {
                return batch;
            }
        }
    }
}
