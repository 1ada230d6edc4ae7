package dev.candor.telemetry.core.internal.spool;

import dev.candor.telemetry.core.internal.threads.DaemonThreads;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Syncs what a {@link RingWriter} wrote, within a second, on a daemon thread of its own: a disk that takes its time over a
 * sync does not keep events in memory. Where no thread can be started, whoever writes syncs too.
 */
final class RingSyncer implements Runnable {

    private static final long SYNC_NANOS = TimeUnit.MILLISECONDS.toNanos(900);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    private final Store store;
    private final DaemonThreads threads;
    private final Object progress = new Object();
    private volatile @Nullable Thread thread;
    private volatile long written;
    private volatile long wanted;
    private volatile boolean hurried;
    private volatile boolean over;
    private volatile boolean alone;
    private volatile long synced;
    // Guarded by whoever writes.
    private long triedAt;

    RingSyncer(Store store, DaemonThreads threads) {
        this.store = store;
        this.threads = threads;
    }

    /** Everything offered up to a position was written. */
    void written(long position) {
        written = position;
        look();
    }

    /** Sees to it that somebody syncs what was written; called by whoever writes. */
    void look() {
        if (thread != null || over || !store.hasDisk() || written == synced) {
            return;
        }
        long now = System.nanoTime();
        if (alone && now - triedAt < SYNC_NANOS) {
            return;
        }
        triedAt = now;
        thread = threads.start(this, "candor-spool-sync");
        alone = thread == null;
        if (alone) {
            sync();
        }
    }

    /** Whether no thread syncs, because none could be started. */
    boolean isAlone() {
        return alone;
    }

    /** Syncs what was written on the caller's thread, which is the one that writes; whether that worked. */
    boolean syncNow() {
        sync();
        return synced >= written;
    }

    @Override
    public void run() {
        long last = System.nanoTime();
        while (!over) {
            boolean asked = wanted > synced;
            if (asked && written < wanted) {
                LockSupport.parkNanos(this, LOOK_NANOS);
            } else if (asked || hurried || (written > synced && System.nanoTime() - last >= SYNC_NANOS)) {
                hurried = false;
                last = System.nanoTime();
                sync();
            } else {
                LockSupport.parkNanos(this, SYNC_NANOS / 4);
            }
        }
    }

    /** Files wait for their sync faster than it comes round. */
    void hurry() {
        if (alone) {
            sync();
        } else if (!hurried) {
            hurried = true;
            LockSupport.unpark(thread);
        }
    }

    private void sync() {
        long position = written;
        boolean done = store.sync();
        synchronized (progress) {
            if (done) {
                synced = Math.max(synced, position);
            }
            // Whoever asked hears what came of it; asking again is theirs.
            wanted = wanted <= position ? 0 : wanted;
            progress.notifyAll();
        }
    }

    /** Whether everything up to a position was synced in time. */
    boolean await(long position, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        boolean interrupted = false;
        synchronized (progress) {
            if (synced < position && !over) {
                wanted = Math.max(wanted, position);
                LockSupport.unpark(thread);
            }
            while (synced < position && !over && wanted > 0) {
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
            return synced >= position;
        }
    }

    /** The writer has closed the store, and with it synced everything that is on disk. */
    void end(boolean allSynced) {
        synchronized (progress) {
            over = true;
            synced = allSynced ? Math.max(synced, written) : synced;
            progress.notifyAll();
        }
        LockSupport.unpark(thread);
    }
}
