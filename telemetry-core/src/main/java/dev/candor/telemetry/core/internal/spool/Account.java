package dev.candor.telemetry.core.internal.spool;

/** What became of the frames for one destination. Guarded by the lock of the store that keeps it. */
final class Account {

    private final Tally dropped = new Tally();
    private long accepted;
    private long found;
    private long delivered;

    void accept() {
        accepted++;
    }

    void find(long count) {
        found += count;
    }

    void deliver(long count) {
        delivered += count;
    }

    void drop(DropReason reason, long count) {
        dropped.add(reason, count);
    }

    SpoolState.Route route(long waiting) {
        return new SpoolState.Route(accepted, found, delivered, waiting, dropped.counts());
    }
}
