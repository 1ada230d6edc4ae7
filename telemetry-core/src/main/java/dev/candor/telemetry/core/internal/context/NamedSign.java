package dev.candor.telemetry.core.internal.context;

/**
 * A place or program, and the sign it is known by.
 *
 * @param name the name that is reported; always from this code, never a value from the environment
 */
record NamedSign(String name, EnvSign sign) {}
