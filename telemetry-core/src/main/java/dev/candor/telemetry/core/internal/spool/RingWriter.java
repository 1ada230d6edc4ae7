package dev.candor.telemetry.core.internal.spool;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Empties a ring into the store, on a daemon thread that starts with the first event.
 *
 * <p>While there is work it looks every few milliseconds and nobody needs to wake it. Idle for a second it falls asleep;
 * then the next caller pays for one unpark.
 */
final class RingWriter implements Runnable {

    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long SYNC_NANOS = TimeUnit.MILLISECONDS.toNanos(900);
    private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Ring ring;
    private final Store store;
    private final Group group = new Group();

    /** Guards the consumer's side of the ring, the group and all writing to the store. */
    private final Object consumer = new Object();

    private final Object progress = new Object();
    private @Nullable Thread thread;
    private volatile boolean asleep = true;
    private volatile boolean closing;
    private volatile long syncWanted;
    private long syncedUpTo;
    private long lastSync = System.nanoTime();
    private boolean finished;

    RingWriter(Ring ring, Store store) {
        this.ring = ring;
        this.store = store;
    }

    /** Called after each offer: one volatile read unless the writer sleeps. */
    void wake() {
        if (asleep) {
            start();
        }
    }

    private void start() {
        synchronized (progress) {
            asleep = false;
            Thread running = thread;
            if (running == null && !finished) {
                running = new Thread(null, this, "candor-spool", 0, false);
                running.setDaemon(true);
                running.setContextClassLoader(null);
                thread = running;
                running.start();
            } else {
                LockSupport.unpark(running);
            }
        }
    }

    @Override
    public void run() {
        long lastWork = System.nanoTime();
        while (!closing || ring.taken() < ring.offered()) {
            boolean worked;
            synchronized (consumer) {
                worked = drain();
                syncIfDue();
            }
            long now = System.nanoTime();
            if (worked) {
                lastWork = now;
            } else if (!closing) {
                rest(now - lastWork > IDLE_NANOS);
            } else {
                Thread.onSpinWait();
            }
        }
        finish();
    }

    private void rest(boolean idle) {
        synchronized (consumer) {
            store.settleDown();
        }
        boolean dirty = store.isDirty();
        if (idle && !dirty && syncWanted <= syncedUpTo) {
            asleep = true;
            // A caller that offered before it could see the flag must not wait.
            if (ring.taken() == ring.offered() && !closing) {
                LockSupport.parkNanos(this, IDLE_NANOS);
            }
            asleep = false;
        } else {
            LockSupport.parkNanos(this, LOOK_NANOS);
        }
        if (Thread.interrupted()) {
            // Nobody interrupts this thread on purpose; a set flag would make every park return at once.
            return;
        }
    }

    /** Writes one group; whether there was one. */
    private boolean drain() {
        group.clear();
        boolean any = false;
        for (Outgoing next = ring.poll(); next != null; next = group.isFull() ? null : ring.poll()) {
            any = true;
            if (!group.add(next)) {
                for (long destination : next.destinations()) {
                    store.accounts().of(destination).accept();
                    store.accounts().of(destination).drop(DropReason.TOO_LARGE, 1);
                }
            }
        }
        if (!group.isEmpty()) {
            store.write(group);
        }
        return any;
    }

    private void syncIfDue() {
        long now = System.nanoTime();
        boolean wanted = syncWanted > syncedUpTo && ring.taken() >= syncWanted;
        if (!wanted && (now - lastSync < SYNC_NANOS || !store.isDirty())) {
            return;
        }
        long taken = ring.taken();
        boolean done = store.sync();
        lastSync = now;
        synchronized (progress) {
            if (done) {
                syncedUpTo = taken;
            } else if (wanted) {
                syncWanted = syncedUpTo;
            }
            progress.notifyAll();
        }
    }

    /** Whether everything offered so far was synced in time. */
    boolean sync(Duration atMost) {
        long target = ring.offered();
        long deadline = System.nanoTime() + atMost.toNanos();
        synchronized (progress) {
            if (target <= syncedUpTo) {
                return true;
            }
            syncWanted = Math.max(syncWanted, target);
            start();
            boolean interrupted = false;
            while (syncedUpTo < target && !finished && syncWanted > syncedUpTo) {
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    break;
                }
                try {
                    progress.wait(left);
                } catch (InterruptedException later) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            return syncedUpTo >= target;
        }
    }

    /** Runs something with the ring empty and the writer at rest. */
    <T> T whileIdle(Supplier<T> action) {
        synchronized (consumer) {
            while (drain()) {
                // until nothing is left
            }
            return action.get();
        }
    }

    void close(Duration atMost) {
        closing = true;
        long deadline = System.nanoTime() + atMost.toNanos();
        boolean never;
        synchronized (progress) {
            never = thread == null && !finished;
            finished |= never;
            LockSupport.unpark(thread);
        }
        if (never) {
            synchronized (consumer) {
                while (drain()) {
                    // until nothing is left
                }
                store.close();
            }
            return;
        }
        awaitFinish(deadline);
    }

    private void awaitFinish(long deadline) {
        boolean interrupted = false;
        synchronized (progress) {
            while (!finished) {
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    break;
                }
                try {
                    progress.wait(left);
                } catch (InterruptedException later) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void finish() {
        synchronized (consumer) {
            store.close();
        }
        synchronized (progress) {
            finished = true;
            syncedUpTo = ring.taken();
            thread = null;
            progress.notifyAll();
        }
    }
}
