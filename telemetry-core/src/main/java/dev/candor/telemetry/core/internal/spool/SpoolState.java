package dev.candor.telemetry.core.internal.spool;

import java.util.Map;

/**
 * What a spool holds and what became of the rest, at one moment.
 *
 * <p>An event for two destinations is counted twice in the routes and once in {@code accepted}. For each route,
 * {@code accepted + found = delivered + waiting + left + dropped}; what was refused was never accepted.
 *
 * @param mode the mode it works in now; {@link SpoolMode#MEMORY} when the disk cannot be used
 * @param accepted events that {@code append} took in this process
 * @param waitingEvents events that wait for at least one destination, on disk (of all processes) and in memory
 * @param bytes bytes on disk and in memory
 * @param segments segment files on disk
 * @param refused events that {@code append} did not take, by reason
 * @param dropped events times destinations that were accepted and then lost, by reason
 * @param routes the account of each destination in this process, by fingerprint
 * @param waiting how many frames wait for each destination, in all processes, by fingerprint
 * @param trouble why the disk is not used; empty when all is well
 */
public record SpoolState(
        SpoolMode mode,
        long accepted,
        long waitingEvents,
        long bytes,
        int segments,
        Map<DropReason, Long> refused,
        Map<DropReason, Long> dropped,
        Map<Long, Route> routes,
        Map<Long, Long> waiting,
        String trouble) {

    public SpoolState {
        refused = Map.copyOf(refused);
        dropped = Map.copyOf(dropped);
        routes = Map.copyOf(routes);
        waiting = Map.copyOf(waiting);
    }

    /**
     * The account of one destination.
     *
     * @param accepted frames for it that this process took
     * @param found frames for it that other processes left on disk
     * @param delivered frames that its reader settled
     * @param waiting frames that wait for it, in this process's keeping
     * @param left frames that this process left on disk for others
     * @param dropped frames lost after they were accepted, by reason
     */
    public record Route(
            long accepted, long found, long delivered, long waiting, long left, Map<DropReason, Long> dropped) {

        public Route {
            dropped = Map.copyOf(dropped);
        }

        /** All frames lost, whatever the reason. */
        public long droppedTotal() {
            long total = 0;
            for (long count : dropped.values()) {
                total += count;
            }
            return total;
        }

        /** Whether nothing is unaccounted for. */
        public boolean balances() {
            return accepted + found == delivered + waiting + left + droppedTotal();
        }
    }
}
