package dev.candor.telemetry.core;

/** What a run is for, which decides whether a person may be asked. */
public enum RunKind {
    /** A person's command whose output is for people. */
    INTERACTIVE,
    /** A long-running service: a notice goes to its log. */
    SERVICE,
    /** Completion, help, version, or output for machines: nobody is asked and nothing is shown. */
    QUIET
}
