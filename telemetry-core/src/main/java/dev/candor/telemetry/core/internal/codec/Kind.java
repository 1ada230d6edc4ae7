package dev.candor.telemetry.core.internal.codec;

/** The numbers of the signal kinds in a frame; a number is never used again for something else. */
final class Kind {
    /** The layout of all that follows; another version is left alone until it is too old. */
    static final int VERSION = 1;

    static final int USAGE = 1;
    static final int ERROR = 2;
    static final int TRACE = 3;
    static final int METRICS = 4;
    static final int LOG = 5;

    private Kind() {}
}
