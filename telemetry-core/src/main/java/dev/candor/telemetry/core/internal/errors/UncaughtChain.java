package dev.candor.telemetry.core.internal.errors;

import dev.candor.telemetry.Errors;
import java.lang.Thread.UncaughtExceptionHandler;
import org.jspecify.annotations.Nullable;

/**
 * Listens to exceptions that end a thread, in front of the handler that was there.
 *
 * <p>When another handler was put in front of this one meanwhile, closing cannot take this one out; it then only passes on.
 */
final class UncaughtChain implements UncaughtExceptionHandler, Errors.Handle {
    private final @Nullable UncaughtExceptionHandler next;
    private volatile @Nullable ErrorReporter reporter;

    private UncaughtChain(ErrorReporter reporter, @Nullable UncaughtExceptionHandler next) {
        this.reporter = reporter;
        this.next = next;
    }

    static UncaughtChain install(ErrorReporter reporter) {
        UncaughtChain chain = new UncaughtChain(reporter, Thread.getDefaultUncaughtExceptionHandler());
        Thread.setDefaultUncaughtExceptionHandler(chain);
        return chain;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable error) {
        ErrorReporter listening = reporter;
        if (listening != null) {
            listening.uncaught(error);
        }
        if (next != null) {
            next.uncaughtException(thread, error);
        } else {
            printLikeTheRuntime(thread, error);
        }
    }

    @Override
    public void close() {
        reporter = null;
        if (Thread.getDefaultUncaughtExceptionHandler() == this) {
            Thread.setDefaultUncaughtExceptionHandler(next);
        }
    }

    /** Without a handler the runtime prints the stack; with this one in its place nobody would. */
    private static void printLikeTheRuntime(Thread thread, Throwable error) {
        if (!(error instanceof ThreadDeath)) {
            System.err.print("Exception in thread \"" + thread.getName() + "\" ");
            error.printStackTrace(System.err);
        }
    }
}
