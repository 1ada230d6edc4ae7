package dev.candor.telemetry;

/**
 * A timed step of a run, for whoever runs the tool.
 *
 * <p>{@link Telemetry#trace} starts one; it is current on its thread until it is closed, so that spans started meanwhile are its children.
 * A trace is handed on when its outermost span of this process closes. Safe for use by several threads; close it where it was started.
 */
public interface Span extends AutoCloseable {

    /** Sets an attribute; strings are redacted and cut at 4 KiB. */
    Span set(String key, String value);

    /** Sets a numeric attribute. */
    Span set(String key, long value);

    /** Sets a numeric attribute. */
    Span set(String key, double value);

    /** Sets a flag. */
    Span set(String key, boolean value);

    /** What the step was given; redacted and cut at 4 KiB. */
    Span input(String value);

    /** What the step gave back; redacted and cut at 4 KiB. */
    Span output(String value);

    /** Marks the step as failed by {@code error}. */
    Span fail(Throwable error);

    /** Starts a child that is not current on any thread, for work handed elsewhere. */
    Span child(String name);

    /** Makes this span current on the calling thread until the scope is closed, for work that was handed to it. */
    Scope enter();

    /** Ends its being current on the thread that started it, for work that goes on and is closed on another. */
    Span detach();

    /** A task that runs with this span as current. */
    Runnable wrap(Runnable task);

    /** The W3C {@code traceparent} header for a call to another process; empty where tracing is off. */
    String traceparent();

    /** 32 hex digits; empty where tracing is off. */
    String traceId();

    /** Ends the step. Closing it twice does nothing. */
    @Override
    void close();

    /** Ends what {@link #enter} began. */
    interface Scope extends AutoCloseable {
        @Override
        void close();
    }
}
