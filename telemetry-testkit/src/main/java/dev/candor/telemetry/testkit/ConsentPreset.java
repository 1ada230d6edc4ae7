package dev.candor.telemetry.testkit;

/** What the person of a test has decided. */
public enum ConsentPreset {
    /** {@code <TOOL>_ENABLE_TELEMETRY} is set, and whoever runs the tool named destinations of their own. */
    GRANTED,
    /** Nothing was said, and nobody named a destination. */
    UNDECIDED,
    /** {@code DO_NOT_TRACK} is set beside it; whoever runs the tool named destinations of their own. */
    DENIED,
    /** Everything is off: {@code enable_runtime_trace=false}. */
    SWITCHED_OFF
}
