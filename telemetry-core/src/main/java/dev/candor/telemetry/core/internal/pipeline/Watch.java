package dev.candor.telemetry.core.internal.pipeline;

import dev.candor.telemetry.core.internal.consent.ConsentGate;

/** Looks twice a second whether consent changed, and hands metrics on once a minute. */
final class Watch implements Runnable {
    private static final long LOOK_MILLIS = 500;
    private static final long COLLECT_NANOS = 60_000_000_000L;

    private final ConsentGate gate;
    private final Instruments instruments;
    // Guarded by this.
    private boolean stopped;

    private Watch(ConsentGate gate, Instruments instruments) {
        this.gate = gate;
        this.instruments = instruments;
    }

    static Watch start(ConsentGate gate, Instruments instruments) {
        Watch watch = new Watch(gate, instruments);
        // Inherits no thread locals and no class loader: both may belong to an application that is to be unloaded.
        Thread thread = new Thread(null, watch, "candor-watch", 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        thread.start();
        return watch;
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
