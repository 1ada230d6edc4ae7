package dev.candor.telemetry.core.internal.consent;

/** What kind of source a statement comes from. */
public enum Origin {
    POLICY,
    CODE,
    HOST,
    FLAG,
    PROPERTY,
    ENVIRONMENT,
    RECORD,
    USER_FILE,
    PROJECT_FILE,
    DEFAULT
}
