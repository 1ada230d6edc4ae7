package dev.candor.telemetry.core.internal.spool;

import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A bounded queue of many producers and one consumer.
 *
 * <p>An offer is one compare-and-set and one store; it allocates nothing and never waits. A producer that stops between
 * the two holds up the consumer, not the other producers. Where producers and the consumer have got to stands in different
 * cache lines, and producers read the consumer's only when the ring may be full: neither takes the line from the other at
 * every event.
 */
final class Ring {

    static final long FULL = -1;
    static final long CLOSED = -2;

    private static final long CLOSED_BIT = 1L << 62;

    /** Places in {@link #positions}, two lines of 64 bytes apart: processors fetch lines in pairs. */
    private static final int TAIL = 16;

    private static final int LIMIT = 32;
    private static final int HEAD = 48;

    /** Which nobody reads, beside what the consumer alone writes. */
    private static final int TOUCHED = HEAD + 1;

    private static final int POSITIONS = 64;

    private final AtomicReferenceArray<@Nullable Outgoing> slots;
    private final int mask;

    /** The producers' next position, the one that they may not reach for all they know, and the consumer's next one. */
    private final AtomicLongArray positions = new AtomicLongArray(POSITIONS);

    /** A ring of that many events, a power of two. */
    Ring(int capacity) {
        if (Integer.bitCount(capacity) != 1) {
            throw new IllegalArgumentException("not a power of two: " + capacity);
        }
        slots = new AtomicReferenceArray<>(capacity);
        mask = capacity - 1;
        positions.set(LIMIT, capacity);
    }

    /** The position that the event got, {@link #FULL} or {@link #CLOSED}. */
    long offer(Outgoing outgoing) {
        while (true) {
            long position = positions.get(TAIL);
            if (position >= positions.get(LIMIT) && !hasRoom(position)) {
                return position < CLOSED_BIT ? FULL : CLOSED;
            }
            if (positions.compareAndSet(TAIL, position, position + 1)) {
                // In order, but without waiting until every processor can see it: the consumer looks again.
                slots.lazySet((int) position & mask, outgoing);
                return position;
            }
        }
    }

    /** Looks how far the consumer is. Of two producers that look at once, the one that saw less may be believed. */
    private boolean hasRoom(long position) {
        long limit = positions.get(HEAD) + mask + 1;
        positions.lazySet(LIMIT, limit);
        return position < limit;
    }

    /** The oldest event, or null when there is none or its producer has not stored it yet. Only for the consumer. */
    @Nullable
    Outgoing poll() {
        long position = positions.get(HEAD);
        int slot = (int) position & mask;
        Outgoing taken = slots.get(slot);
        if (taken != null) {
            slots.lazySet(slot, null);
            positions.lazySet(HEAD, position + 1);
        }
        return taken;
    }

    /**
     * Touches the oldest events, as many as that. Only for the consumer.
     *
     * <p>Each is somewhere else in memory, and none in the consumer's caches. To read one does not have to wait for another, so that the
     * processor fetches several at once; where each is written before the next is looked at, it waits for every one of them.
     */
    void touch(int count) {
        long position = positions.get(HEAD);
        long sum = 0;
        for (int i = 0; i < count; i++) {
            Outgoing next = slots.get((int) (position + i) & mask);
            if (next == null) {
                break;
            }
            sum += next.touch();
        }
        positions.lazySet(TOUCHED, sum);
    }

    /** Refuses everything from now on; what was offered stays. */
    void close() {
        // Far ahead of the head, so that a producer needs no second look to see that it may not go on.
        positions.getAndUpdate(TAIL, position -> position | CLOSED_BIT);
    }

    /** How many events were ever offered with success. */
    long offered() {
        return positions.get(TAIL) & ~CLOSED_BIT;
    }

    /** How many events were ever taken. */
    long taken() {
        return positions.get(HEAD);
    }
}
