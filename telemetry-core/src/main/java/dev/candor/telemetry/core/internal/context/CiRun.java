package dev.candor.telemetry.core.internal.context;

/**
 * Whether this is a CI run.
 *
 * @param name the CI system, such as {@code GitHub Actions}; empty where it is not known or this is no CI run
 */
public record CiRun(boolean ci, String name) {}
