package dev.candor.telemetry.core.internal.spool;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A bounded queue of many producers and one consumer.
 *
 * <p>An offer is one compare-and-set and one store; it allocates nothing and never waits. A producer that stops between
 * the two holds up the consumer, not the other producers.
 */
final class Ring {

    static final long FULL = -1;
    static final long CLOSED = -2;

    private static final long CLOSED_BIT = 1L << 62;

    private final AtomicReferenceArray<@Nullable Outgoing> slots;
    private final int mask;
    private final AtomicLong tail = new AtomicLong();
    private final AtomicLong head = new AtomicLong();

    /** A ring of that many events, a power of two. */
    Ring(int capacity) {
        if (Integer.bitCount(capacity) != 1) {
            throw new IllegalArgumentException("not a power of two: " + capacity);
        }
        slots = new AtomicReferenceArray<>(capacity);
        mask = capacity - 1;
    }

    /** The position that the event got, {@link #FULL} or {@link #CLOSED}. */
    long offer(Outgoing outgoing) {
        while (true) {
            long position = tail.get();
            if (position - head.get() > mask) {
                return position < CLOSED_BIT ? FULL : CLOSED;
            }
            if (tail.compareAndSet(position, position + 1)) {
                slots.set((int) position & mask, outgoing);
                return position;
            }
        }
    }

    /** The oldest event, or null when there is none or its producer has not stored it yet. Only for the consumer. */
    @Nullable
    Outgoing poll() {
        long position = head.get();
        int slot = (int) position & mask;
        Outgoing taken = slots.get(slot);
        if (taken != null) {
            slots.lazySet(slot, null);
            head.lazySet(position + 1);
        }
        return taken;
    }

    /** Refuses everything from now on; what was offered stays. */
    void close() {
        // Far ahead of the head, so that a producer needs no second look to see that it may not go on.
        tail.getAndUpdate(position -> position | CLOSED_BIT);
    }

    /** How many events were ever offered with success. */
    long offered() {
        return tail.get() & ~CLOSED_BIT;
    }

    /** How many events were ever taken. */
    long taken() {
        return head.get();
    }
}
