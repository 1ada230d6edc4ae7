package dev.candor.telemetry.core.internal.spool;

/** Starts threads that neither keep a process alive nor hold on to the class loader of whoever called first. */
final class DaemonThread {

    private DaemonThread() {}

    static Thread start(Runnable task, String name) {
        Thread thread = new Thread(null, task, name, 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        thread.start();
        return thread;
    }
}
