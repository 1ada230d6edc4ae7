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
    private final DeliveryClock clock;
    private final List<Lane> lanes = new ArrayList<>();
    private final int fullBatch;
    private @Nullable DailyCaps caps;
    private @Nullable Runnable whenFull;
    private int turn;

    Lanes(Destination destination, Tally tally, DeliveryClock clock) {
        this.openers = destination.lanes();
        this.decoder = destination.decoder();
        this.capping = destination.caps();
        this.fullBatch = destination.limits().frames();
        this.tally = tally;
        this.clock = clock;
    }

    /**
     * The next frames that may be sent, of one lane.
     *
     * @return null when nothing that may be sent is waiting
     */
    @Nullable
    Batch next(int maxFrames, int maxBytes, ConsentCheck consent) {
        open();
        for (int i = 0; i < lanes.size(); i++) {
            Lane lane = lanes.get((turn + i) % lanes.size());
            Batch left = lane.rest();
            Batch batch = left == null ? read(lane, lane.most(maxFrames), maxBytes, consent) : left;
            if (batch != null) {
                turn = (turn + i) % lanes.size();
                return batch;
            }
        }
        return null;
    }

    /** Has this run, on the spool's thread, when a full batch came in since the last look at its lane; before anything is read. */
    void whenFull(Runnable told) {
        whenFull = told;
    }

    /** The receiver has these. */
    void delivered(List<Signal> signals) {
        caps().delivered(signals);
    }

    /** The first {@code count} frames of the batch are settled; the next lane has its turn. */
    void settled(Batch batch, int count) {
        lanes.get(turn).settled(batch, count);
        turn++;
    }

    /** How many frames wait in all lanes. */
    long waiting() {
        open();
        long waiting = 0;
        for (Lane lane : lanes) {
            waiting += lane.reader().waiting();
        }
        return waiting;
    }

    void close() {
        for (Lane lane : lanes) {
            lane.reader().close();
        }
    }

    private void open() {
        for (int i = lanes.size(); i < openers.size(); i++) {
            RouteReader reader = openers.get(i).get();
            lanes.add(new Lane(reader, clock));
            Runnable told = whenFull;
            if (told != null) {
                reader.whenMany(fullBatch, told);
            }
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

    private @Nullable Batch read(Lane lane, int maxFrames, int maxBytes, ConsentCheck consent) {
        RouteReader reader = lane.reader();
        while (true) {
            lane.reads();
            Reading reading = new Reading(consent, decoder, caps());
            reading.take(reader.peek(maxFrames, maxBytes));
            Batch batch = reading.batch(reader);
            if (batch != null || !reading.giveUp(reader, tally)) {
                return batch;
            }
        }
    }
}
