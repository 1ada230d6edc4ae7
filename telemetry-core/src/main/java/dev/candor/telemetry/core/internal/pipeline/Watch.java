package dev.candor.telemetry.core.internal.pipeline;

import dev.candor.telemetry.core.internal.consent.ConsentGate;
import dev.candor.telemetry.core.internal.threads.DaemonThreads;
import org.jspecify.annotations.Nullable;

/**
 * Looks twice a second whether consent changed or another process forgot who events are counted as, has what is allowed by then started,
 * and hands metrics on once a minute.
 */
final class Watch implements Runnable {
    private static final long LOOK_MILLIS = 500;
    private static final long COLLECT_NANOS = 60_000_000_000L;

    private final ConsentGate gate;
    private final Instruments instruments;
    private final Parts parts;
    private final Runnable begin;
    private final DaemonThreads threads;
    // Guarded by this.
    private @Nullable Thread thread;
    private boolean stopped;

    Watch(ConsentGate gate, Instruments instruments, Parts parts, Runnable begin, DaemonThreads threads) {
        this.gate = gate;
        this.instruments = instruments;
        this.parts = parts;
        this.begin = begin;
        this.threads = threads;
    }

    /** Starts its thread, unless it runs or was stopped; false where no thread could be started, and another call may. */
    synchronized boolean start() {
        if (thread == null && !stopped) {
            thread = threads.start(this, "candor-watch");
            return thread != null;
        }
        return true;
    }

    synchronized void stop() {
        stopped = true;
        notifyAll();
    }

    @Override
    public void run() {
        long collected = System.nanoTime();
        while (goesOn()) {
            gate.refreshIfChanged();
            parts.identity().checkFile();
            parts.hashes().checkFile();
            begin.run();
            if (System.nanoTime() - collected >= COLLECT_NANOS) {
                collected = System.nanoTime();
                instruments.collectMetrics();
            }
        }
    }

    private synchronized boolean goesOn() {
        long until = System.nanoTime() + LOOK_MILLIS * 1_000_000;
        try {
            for (long left = LOOK_MILLIS; !stopped && left > 0; left = (until - System.nanoTime()) / 1_000_000) {
                wait(left);
            }
            return !stopped;
        } catch (InterruptedException interrupted) {
            return false;
        }
    }
}
