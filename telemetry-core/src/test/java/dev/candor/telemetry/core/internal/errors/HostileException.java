package dev.candor.telemetry.core.internal.errors;

/** An exception each of whose accessors throws an error of its own. */
final class HostileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    public String getMessage() {
        throw new AssertionError("no message for you");
    }

    @Override
    public StackTraceElement[] getStackTrace() {
        throw new UnsupportedOperationException("no stack for you");
    }

    @Override
    public synchronized Throwable getCause() {
        throw new OutOfMemoryError("no cause for you");
    }
}
