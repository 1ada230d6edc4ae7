package dev.candor.telemetry.core.internal.delivery;

/**
 * Closes a pipeline when the JVM ends, unless it was closed before.
 *
 * <p>While it is registered the JVM keeps it and its class loader alive, so {@link #remove} belongs to every close.
 */
public final class ShutdownHook {
    private final Thread thread;

    private ShutdownHook(Runnable action) {
        // No inherited thread locals: they may hold what belongs to whoever happened to start this pipeline.
        thread = new Thread(null, action, "candor-shutdown", 0, false);
        thread.setContextClassLoader(null);
    }

    /** Registers {@code action}; does nothing when the JVM is going down already. */
    public static ShutdownHook register(Runnable action) {
        ShutdownHook hook = new ShutdownHook(action);
        try {
            Runtime.getRuntime().addShutdownHook(hook.thread);
        } catch (IllegalStateException goingDown) {
            // Throwing here would hide the reason why the host goes down. Its telemetry is in the spool.
        }
        return hook;
    }

    /** Takes it back; harmless when it was taken back already, and while the JVM goes down. */
    public void remove() {
        try {
            Runtime.getRuntime().removeShutdownHook(thread);
        } catch (IllegalStateException goingDown) {
            // It runs or ran already; the JVM does not keep it any longer.
        }
    }
}
