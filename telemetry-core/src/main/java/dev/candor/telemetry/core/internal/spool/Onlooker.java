package dev.candor.telemetry.core.internal.spool;

import java.time.Duration;
import java.util.List;

/** A reader that only looks: it sees what waits for a destination, whichever process holds it, and takes nothing. */
public final class Onlooker implements RouteReader {

    private final Spool spool;
    private final long destination;

    /** Looks at a spool for one destination. */
    public Onlooker(Spool spool, long destination) {
        this.spool = spool;
        this.destination = destination;
    }

    @Override
    public List<Frame> peek(int maxFrames, int maxBytes) {
        return spool.look(destination, maxFrames, maxBytes);
    }

    @Override
    public void settle(int count) {
        // Nothing was taken.
    }

    @Override
    public void discard(int count, DropReason reason) {
        // Nothing was taken.
    }

    @Override
    public boolean await(Duration atMost) {
        return false;
    }

    @Override
    public long waiting() {
        return spool.state().waiting().getOrDefault(destination, 0L);
    }

    @Override
    public void close() {
        // Nothing was opened.
    }
}
