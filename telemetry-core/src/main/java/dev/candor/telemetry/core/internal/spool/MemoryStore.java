package dev.candor.telemetry.core.internal.spool;

import dev.candor.telemetry.Purpose;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Frames in memory, bounded in bytes; the oldest is evicted for a new one.
 *
 * <p>A destination that never answers costs the others nothing: a frame is evicted only for those that still wait.
 */
final class MemoryStore {

    private static final int OVERHEAD = 160;

    private final int maxBytes;
    private final Accounts accounts;
    private final Set<Held> all = new LinkedHashSet<>();
    private final Map<Long, Deque<Held>> queues = new HashMap<>();
    private long bytes;
    private int heeded = -1;

    MemoryStore(int maxBytes, Accounts accounts) {
        this.maxBytes = maxBytes;
        this.accounts = accounts;
    }

    /** One frame and the destinations that still wait for it; equal to itself only. */
    static final class Held {
        final Frame frame;
        private long[] waiting;
        private boolean handedOut;

        Held(Frame frame) {
            this.frame = frame;
            this.waiting = frame.destinations();
        }

        private int size() {
            return frame.payload().length + OVERHEAD;
        }

        private void settle(long destination) {
            long[] rest = new long[waiting.length];
            int count = 0;
            for (long each : waiting) {
                if (each != destination) {
                    rest[count++] = each;
                }
            }
            waiting = Arrays.copyOf(rest, count);
        }
    }

    synchronized void add(Frame frame, DropReason whenFull) {
        Held held = new Held(frame);
        all.add(held);
        bytes += held.size();
        for (long destination : frame.destinations()) {
            queue(destination).add(held);
        }
        while (bytes > maxBytes) {
            evict(all.iterator().next(), whenFull);
        }
    }

    synchronized List<Held> peek(long destination, int maxFrames, int maxBatch) {
        List<Held> found = new ArrayList<>();
        long size = 0;
        for (Held held : queue(destination)) {
            size += held.frame.payload().length;
            if (found.size() == maxFrames || (size > maxBatch && !found.isEmpty())) {
                break;
            }
            held.handedOut = true;
            found.add(held);
        }
        return found;
    }

    /** The oldest frames for a destination, only to look at. */
    synchronized List<Frame> look(long destination, int maxFrames) {
        List<Frame> found = new ArrayList<>();
        for (Held held : queue(destination)) {
            if (found.size() < maxFrames) {
                found.add(held.frame);
            }
        }
        return found;
    }

    /** Takes frames off one destination's queue; those that were evicted meanwhile are counted already. */
    synchronized int remove(long destination, List<Held> done) {
        int removed = 0;
        for (Held held : done) {
            if (queue(destination).remove(held)) {
                removed++;
                release(held, destination);
            }
        }
        return removed;
    }

    /** Moves frames, the oldest first, into a group until that is full; how many, to be forgotten once written. */
    synchronized List<Held> copyInto(Group group, boolean evenHandedOut) {
        List<Held> copied = new ArrayList<>();
        for (Held held : all) {
            if (group.isFull()) {
                break;
            }
            if (evenHandedOut || !held.handedOut) {
                group.add(held.frame, held.waiting);
                copied.add(held);
            }
        }
        return copied;
    }

    /** Frames that are on disk now and wait there. */
    synchronized void forget(List<Held> moved) {
        for (Held held : moved) {
            for (long destination : held.waiting) {
                queue(destination).remove(held);
            }
            all.remove(held);
            bytes -= held.size();
        }
    }

    /** Drops what was withdrawn since the last look. */
    synchronized void heed(Withdrawals withdrawals) {
        if (heeded >= 0 && withdrawals.generation() != heeded) {
            purge(withdrawals.since(heeded));
        }
        heeded = withdrawals.generation();
    }

    synchronized void purge(Set<Purpose> purposes) {
        for (Held held : List.copyOf(all)) {
            if (purposes.contains(held.frame.purpose())) {
                evict(held, DropReason.WITHDRAWN);
            }
        }
    }

    synchronized void dropOlderThan(long millis, Ages ages) {
        if (all.isEmpty()) {
            return;
        }
        long now = ages.now();
        for (Held held : List.copyOf(all)) {
            if (now - held.frame.timeMillis() > millis) {
                evict(held, DropReason.TOO_OLD);
            }
        }
    }

    synchronized void dropAll(DropReason reason) {
        for (Held held : List.copyOf(all)) {
            evict(held, reason);
        }
    }

    synchronized long waiting(long destination) {
        return queue(destination).size();
    }

    synchronized int events() {
        return all.size();
    }

    synchronized boolean isEmpty() {
        return all.isEmpty();
    }

    synchronized long bytes() {
        return bytes;
    }

    private Deque<Held> queue(long destination) {
        Deque<Held> known = queues.get(destination);
        if (known == null) {
            known = new ArrayDeque<>();
            queues.put(destination, known);
        }
        return known;
    }

    private void evict(Held held, DropReason reason) {
        for (long destination : held.waiting) {
            if (queue(destination).remove(held)) {
                accounts.of(destination).drop(reason, 1);
                release(held, destination);
            }
        }
    }

    private void release(Held held, long destination) {
        held.settle(destination);
        if (held.waiting.length == 0 && all.remove(held)) {
            bytes -= held.size();
        }
    }
}
