package dev.candor.telemetry;

import java.util.concurrent.Callable;
import java.util.function.Supplier;

/**
 * Reports where the software breaks.
 *
 * <p>The caller's exception is always rethrown as it is, also when reporting it fails. One exception object is reported once, however
 * many layers see it. Errors that the tool classifies as expected, or whose frames are not the tool's own, do not reach the maintainer.
 */
public interface Errors {

    /** Runs {@code body}; what it throws is reported and rethrown. */
    <X extends Exception> void run(ThrowingRunnable<X> body) throws X;

    /** Calls {@code body}; what it throws is reported and rethrown. */
    <T, X extends Exception> T call(ThrowingSupplier<T, X> body) throws X;

    /** A task that reports what {@code task} throws, for handing to another thread. */
    Runnable wrap(Runnable task);

    /** A task that reports what {@code task} throws, for handing to another thread. */
    <T> Callable<T> wrapCallable(Callable<T> task);

    /** A supplier that reports what {@code supplier} throws. */
    <T> Supplier<T> wrapSupplier(Supplier<T> supplier);

    /**
     * Reports an exception that was caught and handled.
     *
     * @return whether a report was accepted
     */
    boolean record(Throwable error);

    /**
     * Reports an exception that was caught and handled, and that is as grave as {@code severity} says: a warning stays one at the receiver.
     *
     * @return whether a report was accepted
     */
    default boolean record(Throwable error, Severity severity) {
        return record(error);
    }

    /** Leaves a crumb that later errors carry: what the program was doing. Redacted; the last 20 are kept. */
    void breadcrumb(String category, String message);

    /**
     * Reports exceptions that end a thread, from now until the handle is closed. Existing handlers are called as before.
     * Does nothing where errors may not be reported.
     */
    Handle captureUncaught();

    /** A body that may throw one kind of checked exception. */
    @FunctionalInterface
    interface ThrowingRunnable<X extends Exception> {
        /** Does the work. */
        void run() throws X;
    }

    /** A body with a result that may throw one kind of checked exception. */
    @FunctionalInterface
    interface ThrowingSupplier<T, X extends Exception> {
        /** Does the work. */
        T get() throws X;
    }

    /** Undoes what it was handed out for; closing it twice does nothing. */
    interface Handle extends AutoCloseable {
        @Override
        void close();
    }
}
