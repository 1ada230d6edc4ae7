package dev.candor.telemetry.core.internal.config;

/** How much of a file is looked at, whatever somebody put there. */
final class Limits {
    /** More bytes than this are refused before they are read. */
    static final int BYTES = 64 * 1024;
    /** Deeper nesting than this is refused before a parser sees it. */
    static final int DEPTH = 64;
    /** More keys and values than this are no config file: the TOML parser takes 10 µs and 5 KiB for each. */
    static final int PIECES = 2_500;

    private Limits() {}
}
