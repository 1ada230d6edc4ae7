package dev.candor.telemetry.core.internal.threads;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Starts threads that neither keep a process alive nor hold on to the class loader of whoever called first.
 *
 * <p>A machine may have no room for another thread: a limit on processes, or no memory for a stack. The JVM then throws an error that
 * would end the host's own call. Here it is an answer that each caller has to deal with, and the log is told once.
 *
 * <p>Open to be extended, so that a test can be such a machine. Safe for use by several threads.
 */
public class DaemonThreads {

    private static final Duration LONGEST = Duration.ofDays(365);

    // Guarded by this; an atomic one would load the machinery of variable handles into each short command.
    private boolean told;

    /**
     * Starts {@code task} on a daemon thread of its own.
     *
     * @return the thread; null where the machine has no room for one now
     */
    public final @Nullable Thread start(Runnable task, String name) {
        Thread thread = new Thread(null, task, name, 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        try {
            begin(thread);
            return thread;
        } catch (OutOfMemoryError noRoom) {
            tell(name, noRoom);
            return null;
        }
    }

    /**
     * Runs a task that may take longer than its caller has time for; on the caller's own thread where there is no room for another one.
     *
     * <p>An interrupt does not shorten the wait, and is kept.
     *
     * @return whether the task ended within {@code atMost}
     */
    public final boolean run(Runnable task, String name, Duration atMost) {
        Thread thread = start(task, name);
        if (thread == null) {
            task.run();
            return true;
        }
        // Longer ones would overflow the nanoseconds.
        long deadline = System.nanoTime() + (atMost.compareTo(LONGEST) > 0 ? LONGEST : atMost).toNanos();
        boolean interrupted = false;
        while (thread.isAlive()) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                break;
            }
            try {
                // Zero would be for ever.
                thread.join(Math.max(1, left / 1_000_000));
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive();
    }

    /** The one call that fails on such a machine. */
    protected void begin(Thread thread) {
        thread.start();
    }

    private synchronized void tell(String name, OutOfMemoryError noRoom) {
        if (!told) {
            told = true;
            System.getLogger("dev.candor.telemetry")
                    .log(
                            System.Logger.Level.WARNING,
                            "Telemetry: no thread " + name + " can be started now, and it goes on without: "
                                    + noRoom.getMessage());
        }
    }
}
