package dev.candor.telemetry.core.internal.spool;

/** What became of the frames for one destination in one process; any thread may count. */
final class Account {

    private final Tally dropped = new Tally();
    private long accepted;
    private long found;
    private long left;
    private long delivered;

    synchronized void accept(long count) {
        accepted += count;
    }

    synchronized long accepted() {
        return accepted;
    }

    synchronized void find(long count) {
        found += count;
    }

    synchronized void leave(long count) {
        left += count;
    }

    /** Frames that were accepted and are on disk for others already. */
    synchronized void left(long count) {
        accepted += count;
        left += count;
    }

    synchronized void deliver(long count) {
        delivered += count;
    }

    void drop(DropReason reason, long count) {
        dropped.add(reason, count);
    }

    synchronized SpoolState.Route route(long waiting) {
        return new SpoolState.Route(accepted, found, delivered, waiting, left, dropped.counts());
    }
}
