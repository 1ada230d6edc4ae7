package dev.candor.telemetry.core.internal.spool;

import dev.candor.telemetry.Purpose;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Frames in memory, bounded in bytes; the oldest is evicted for a new one.
 *
 * <p>A destination that never answers costs the others nothing: a frame is evicted only for those that still wait.
 */
final class MemoryStore {

    private final int maxBytes;
    private final Accounts accounts;
    private final Deque<Held> all = new ArrayDeque<>();
    private final Map<Long, Deque<Held>> queues = new HashMap<>();
    private long bytes;

    MemoryStore(int maxBytes, Accounts accounts) {
        this.maxBytes = maxBytes;
        this.accounts = accounts;
    }

    /** One frame and the destinations that still wait for it. */
    static final class Held {
        final Frame frame;
        private int left;

        Held(Frame frame) {
            this.frame = frame;
            this.left = frame.destinations().length;
        }

        private int size() {
            return frame.payload().length + 128;
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
            evict(all.getFirst(), whenFull);
        }
        notifyAll();
    }

    synchronized List<Held> peek(long destination, int maxFrames, int maxBytes) {
        List<Held> found = new ArrayList<>();
        int size = 0;
        for (Held held : queue(destination)) {
            size += held.frame.payload().length;
            if (found.size() == maxFrames || (size > maxBytes && !found.isEmpty())) {
                break;
            }
            found.add(held);
        }
        return found;
    }

    /** Takes frames off one destination's queue; those that were evicted meanwhile are counted already. */
    synchronized int remove(long destination, List<Held> done) {
        int removed = 0;
        for (Held held : done) {
            if (queue(destination).remove(held)) {
                removed++;
                release(held);
            }
        }
        return removed;
    }

    synchronized void purge(Set<Purpose> purposes) {
        for (Held held : List.copyOf(all)) {
            if (purposes.contains(held.frame.purpose())) {
                evict(held, DropReason.WITHDRAWN);
            }
        }
    }

    synchronized long waiting(long destination) {
        return queue(destination).size();
    }

    synchronized int events() {
        return all.size();
    }

    synchronized long bytes() {
        return bytes;
    }

    private Deque<Held> queue(long destination) {
        return queues.computeIfAbsent(destination, key -> new ArrayDeque<>());
    }

    private void evict(Held held, DropReason reason) {
        for (long destination : held.frame.destinations()) {
            if (queue(destination).remove(held)) {
                accounts.of(destination).drop(reason, 1);
                release(held);
            }
        }
    }

    private void release(Held held) {
        held.left--;
        if (held.left > 0) {
            return;
        }
        bytes -= held.size();
        for (Iterator<Held> each = all.iterator(); each.hasNext(); ) {
            if (each.next() == held) {
                each.remove();
                return;
            }
        }
    }
}
