package dev.candor.telemetry.core.internal.spool;

import dev.candor.telemetry.core.internal.threads.DaemonThreads;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Empties a ring into the store, on a daemon thread that starts with the first event.
 *
 * <p>While there is work it looks every few milliseconds and nobody needs to wake it. A group costs about 100 µs, however
 * small: so it rests after each, and longer where much comes. Idle for a second it falls asleep; then the next caller pays
 * for one unpark. Where no thread can be started, a caller now and then writes what there is.
 */
final class RingWriter implements Runnable {

    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    /** The same while much comes; what is promised of an event's time in memory is twice as long. */
    private static final long GATHER_NANOS = TimeUnit.MILLISECONDS.toNanos(25);

    /** So many events are fetched at once: a few kilobytes, which the first of a processor's caches has room for. */
    private static final int AHEAD = 16;

    /** A group of so many frames is much. */
    private static final int MUCH = 64;

    private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** How long callers leave it at a thread that could not be started. */
    private static final long AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final Ring ring;
    private final Store store;
    private final int hurryMask;
    private final RingSyncer syncer;
    private final DaemonThreads threads;
    private final Group group = Group.forMany();

    /** Guards the consumer's side of the ring, the group and all writing to the store. */
    private final Object consumer = new Object();

    /** Guards the thread's beginning and end. */
    private final Object life = new Object();

    private volatile @Nullable Thread thread;
    private volatile boolean asleep = true;
    private volatile boolean closing;
    private boolean finished;
    private boolean refused;
    private long refusedAt;

    RingWriter(Ring ring, Store store, int capacity, DaemonThreads threads) {
        this.ring = ring;
        this.store = store;
        this.hurryMask = Math.max(1, capacity / 4) - 1;
        this.syncer = new RingSyncer(store, threads);
        this.threads = threads;
    }

    /** Called after each offer: one volatile read unless the writer sleeps, or a burst has filled a quarter of the ring. */
    void wake(long position) {
        if (asleep) {
            rouse();
        } else if ((position & hurryMask) == hurryMask) {
            // Otherwise a burst within one rest of the writer would find the ring full.
            LockSupport.unpark(thread);
        }
    }

    private void rouse() {
        boolean refusedNow = false;
        synchronized (life) {
            asleep = false;
            if (thread != null || finished || closing) {
                LockSupport.unpark(thread);
            } else if (!refused || System.nanoTime() - refusedAt >= AGAIN_NANOS) {
                thread = threads.start(this, "candor-spool");
                refusedNow = thread == null;
                refused = refusedNow;
                refusedAt = System.nanoTime();
            }
            // The next caller tries again.
            asleep = thread == null && !finished && !closing;
        }
        // A log that records telemetry comes here from within a write.
        if (refusedNow && !Thread.holdsLock(consumer)) {
            writeForOnce();
        }
    }

    /** On a caller's thread: what others offer meanwhile is not its business. */
    private void writeForOnce() {
        synchronized (consumer) {
            long until = ring.offered();
            while (ring.taken() < until && drain() > 0) {
                // one group after the other
            }
            settleDown();
        }
    }

    private void settleDown() {
        store.settleDown();
        syncer.look();
    }

    @Override
    public void run() {
        long lastWork = System.nanoTime();
        while (!closing || ring.taken() < ring.offered()) {
            int written;
            boolean more;
            synchronized (consumer) {
                written = drain();
                more = written > 0 && (closing || ring.offered() - ring.taken() >= MUCH);
                if (!more) {
                    settleDown();
                }
            }
            long now = System.nanoTime();
            if (written > 0) {
                lastWork = now;
            }
            // Also where others emptied the ring: they may hold a lock that a reader's listener needs.
            store.tellReaders();
            if (!more && closing) {
                Thread.onSpinWait();
            } else if (!more) {
                rest(written >= MUCH ? GATHER_NANOS : LOOK_NANOS, now - lastWork > IDLE_NANOS);
            }
        }
        finish();
    }

    private void rest(long nanos, boolean idle) {
        if (!idle) {
            LockSupport.parkNanos(this, nanos);
        } else {
            asleep = true;
            // A caller that offered before it could see the flag must not wait.
            if (ring.taken() == ring.offered() && !closing) {
                LockSupport.parkNanos(this, IDLE_NANOS);
            }
            asleep = false;
        }
        // Nobody interrupts this thread on purpose, and a set flag would make every park return at once.
        Thread.interrupted();
    }

    /** Writes one group and returns of how many events it was. */
    private int drain() {
        group.clear();
        int events = 0;
        ring.touch(AHEAD);
        for (Outgoing next = ring.poll(); next != null; next = group.isFull() ? null : ring.poll()) {
            events++;
            if (events % AHEAD == 0) {
                ring.touch(AHEAD);
            }
            if (!group.add(next)) {
                for (long destination : next.destinations()) {
                    store.accounts().of(destination).accept(1);
                    store.accounts().of(destination).drop(DropReason.TOO_LARGE, 1);
                }
            }
        }
        if (events > 0) {
            store.write(group);
            syncer.written(ring.taken());
            if (store.isCrowded()) {
                syncer.hurry();
            }
        }
        return events;
    }

    /** Whether everything offered so far was synced in time. */
    boolean sync(Duration atMost) {
        if (!store.hasDisk()) {
            // There is nothing to sync to, but a flush that follows must find what was offered before it.
            return whileIdle(() -> false);
        }
        rouse();
        // Without a thread the caller waits for the disk itself.
        return isUnattended() ? whileIdle(syncer::syncNow) : syncer.await(ring.offered(), atMost);
    }

    private boolean isUnattended() {
        synchronized (life) {
            return !finished && (thread == null || syncer.isAlone());
        }
    }

    /** Runs something with the ring empty and the writer at rest. */
    <T> T whileIdle(Supplier<T> action) {
        synchronized (consumer) {
            while (drain() > 0) {
                // until nothing is left
            }
            return action.get();
        }
    }

    /** Whether everything was written and let go of in time. */
    boolean close(Duration atMost) {
        closing = true;
        boolean never;
        synchronized (life) {
            never = thread == null && !finished;
            LockSupport.unpark(thread);
        }
        if (never) {
            finish();
            return true;
        }
        return awaitFinish(System.nanoTime() + atMost.toNanos());
    }

    private boolean awaitFinish(long deadline) {
        boolean interrupted = false;
        boolean done;
        synchronized (life) {
            while (!finished) {
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    break;
                }
                try {
                    life.wait(left);
                } catch (InterruptedException later) {
                    interrupted = true;
                }
            }
            done = finished;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return done;
    }

    private void finish() {
        synchronized (consumer) {
            while (drain() > 0) {
                // until nothing is left
            }
            syncer.end(store.close());
        }
        synchronized (life) {
            finished = true;
            thread = null;
            life.notifyAll();
        }
    }
}
