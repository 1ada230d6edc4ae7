package dev.candor.telemetry.core.internal.metrics;

import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * A sum that only grows and is read as what it grew by.
 *
 * <p>An atomic addition costs a processor about 10 ns even when nobody else adds. So the first few threads that count have a cell each
 * that they alone write, at 2 ns; all others share an adder. A cell is its thread's until that has ended, so that no addition is ever
 * lost to another's.
 */
final class Growing {
    private static final int MOST_CELLS = 4;

    private final AtomicReferenceArray<@Nullable Cell> cells = new AtomicReferenceArray<>(MOST_CELLS);
    private final LongAdder shared = new LongAdder();
    // Guarded by this.
    private long reported;

    /** Adds, from any thread. */
    void add(long amount) {
        Thread me = Thread.currentThread();
        for (int i = 0; i < MOST_CELLS; i++) {
            Cell cell = cells.get(i);
            if (cell == null) {
                cell = new Cell(me);
                if (!cells.compareAndSet(i, null, cell)) {
                    // Somebody else's now; the next one may be free.
                    continue;
                }
            }
            if (cell.owner == me) {
                cell.add(amount);
                return;
            }
        }
        shared.add(amount);
    }

    /** How much was added since the last call. */
    synchronized long takeGrowth() {
        long total = 0;
        for (int i = 0; i < MOST_CELLS; i++) {
            Cell cell = cells.get(i);
            if (cell != null && !cell.owner.isAlive()) {
                // Nobody writes it any more, and nobody keeps what belongs to the thread.
                shared.add(cell.sum());
                cells.set(i, null);
            } else if (cell != null) {
                total += cell.sum();
            }
        }
        total += shared.sum();
        long grown = total - reported;
        reported = total;
        return grown;
    }

    /** One thread's part, in a cache line that nothing else is in. */
    private static final class Cell {
        private static final int AT = 16;
        private static final int LONGS = 32;

        private final Thread owner;
        private final AtomicLongArray sum = new AtomicLongArray(LONGS);

        Cell(Thread owner) {
            this.owner = owner;
        }

        /** By the owner alone. */
        void add(long amount) {
            sum.lazySet(AT, sum.getPlain(AT) + amount);
        }

        long sum() {
            return sum.get(AT);
        }
    }
}
