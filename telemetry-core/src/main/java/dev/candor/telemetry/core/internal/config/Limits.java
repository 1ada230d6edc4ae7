package dev.candor.telemetry.core.internal.config;

/** How much of a file is looked at, whatever somebody put there. */
final class Limits {
    /** More bytes than this are refused before they are read. */
    static final int BYTES = 64 * 1024;
    /** Deeper nesting than this is refused before a parser sees it. */
    static final int DEPTH = 64;
    /** More keys and values than this are no config file in TOML, whose parser takes 10 µs and 5 KiB for each. */
    static final int TOML_PIECES = 2_500;
    /** The same for the parsers of YAML and JSON, which take less. */
    static final int PIECES = 8_000;

    private Limits() {}
}
