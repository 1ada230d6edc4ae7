package dev.candor.telemetry.core.internal.threads;

/** Runs each task at once on its caller's thread, so that a seed decides everything. */
public final class CallersThread extends DaemonThreads {

    @Override
    protected void begin(Thread thread) {
        thread.run();
    }
}
