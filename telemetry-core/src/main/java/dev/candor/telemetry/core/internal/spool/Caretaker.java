package dev.candor.telemetry.core.internal.spool;

import dev.candor.telemetry.Purpose;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * Looks after the whole directory, for the processes that read: claims and takes over segments, merges small ones, keeps
 * the caps, sweeps.
 *
 * <p>One round at a time; readers call it now and then. A short command that only writes never does.
 */
final class Caretaker {

    /** A claim without progress for so many leases goes back, if others could do better. */
    private static final int PATIENCE_LEASES = 10;

    /** And only after so many rounds: a process that slept for an hour has not tried for an hour. */
    private static final int PATIENCE_ROUNDS = 3;

    private final Depot depot;
    private final Presence presence;
    private final Stocktaking stocktaking;
    private final Rewriting rewriting;
    private final Claims claims;
    private final Packing packing;
    private final Caps caps;
    private final Sweeping sweeping;
    private long lastRound;
    private boolean rounds;
    private boolean stopped;

    Caretaker(Depot depot, Presence presence) {
        Checksum checksum = new Checksum.Fast();
        this.depot = depot;
        this.presence = presence;
        this.stocktaking = new Stocktaking(depot, checksum);
        this.rewriting = new Rewriting(depot, checksum);
        this.claims = new Claims(depot, stocktaking, new Merging(depot, stocktaking, rewriting));
        this.packing = new Packing(depot, stocktaking, rewriting, checksum);
        this.caps = new Caps(depot, stocktaking);
        this.sweeping = new Sweeping(depot);
    }

    void reconsider() {
        claims.reconsider();
        synchronized (this) {
            rounds = false;
        }
    }

    /** A round, unless the last one was less than {@code every} milliseconds ago; whether there was one. */
    synchronized boolean tendEvery(long every) throws IOException {
        long now = depot.ages().monotonic();
        if (stopped || (rounds && now - lastRound < every)) {
            return false;
        }
        rounds = true;
        lastRound = now;
        tend();
        return true;
    }

    /** No round begins after this returns. */
    synchronized void stop() {
        stopped = true;
    }

    synchronized Survey survey() throws IOException {
        return depot.fs().prepare(false, false) ? Survey.of(depot, stocktaking) : Survey.NOTHING;
    }

    synchronized List<Frame> look(long destination, int maxFrames, int maxBytes) throws IOException {
        return depot.fs().prepare(false, false)
                ? new Viewing(depot, stocktaking, destination, maxFrames, maxBytes).frames()
                : List.of();
    }

    private void tend() throws IOException {
        if (!depot.fs().prepare(false, true)) {
            return;
        }
        presence.establish();
        presence.renew(depot.options().time().wallMillis());
        depot.withdrawals().refresh();
        depot.shelf().heed(depot.withdrawals());
        try (Census census = new Census(depot)) {
            giveBack(census);
            claims.take(census);
            sweeping.sweep(census);
        }
        keepWithinBytes(sorted(depot.fs().list()), true);
    }

    /** Only the caps, for whoever fills a segment; small ones are merged before any is evicted. */
    synchronized void enforceCaps() throws IOException {
        List<String> names = depot.fs().list();
        if (Occupancy.segments(names) > depot.options().limits().segments()) {
            claims.merge(sorted(names));
            names = depot.fs().list();
        }
        // A server's writer has a ring to empty; its readers' rounds pack.
        keepWithinBytes(sorted(names), depot.options().mode() == SpoolMode.COMMAND);
    }

    private void keepWithinBytes(List<String> names, boolean pack) throws IOException {
        if (pack && Occupancy.of(depot.fs(), names).isScarce(depot.options().limits())) {
            packing.run(names);
            caps.enforce(sorted(depot.fs().list()));
        } else {
            caps.enforce(names);
        }
    }

    /** Segments that wait for others only, or with which this process gets nowhere. */
    private void giveBack(Census census) {
        long now = depot.ages().monotonic();
        long lease = depot.options().limits().lease().toMillis();
        Set<Long> readers = depot.readers().destinations();
        for (Segment segment : depot.shelf().segments()) {
            if (segment.live) {
                continue;
            }
            long quiet = ++segment.quietRounds < PATIENCE_ROUNDS ? 0 : now - segment.progressed;
            boolean useless = !segment.isWantedBy(readers);
            boolean stuck = quiet > lease && segment.isWantedBeside(readers);
            if (useless) {
                claims.unwanted(segment.id);
                depot.shelf().release(segment);
            } else if (stuck || (census.hasCompany() && quiet > lease * PATIENCE_LEASES)) {
                claims.pause(segment.id, stuck ? lease : lease * PATIENCE_LEASES);
                depot.shelf().release(segment);
            }
        }
    }

    /** Removes frames of some purposes from every file, whoever holds it. */
    synchronized void purge(Set<Purpose> purposes) throws IOException {
        if (depot.fs().prepare(false, false)) {
            new Purging(depot, stocktaking, rewriting, purposes)
                    .run(sorted(depot.fs().list()));
        }
    }

    private static List<String> sorted(List<String> names) {
        List<String> sorted = new ArrayList<>(names);
        Collections.sort(sorted);
        return sorted;
    }
}
