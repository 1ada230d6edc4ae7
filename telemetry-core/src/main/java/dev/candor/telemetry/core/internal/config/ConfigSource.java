package dev.candor.telemetry.core.internal.config;

/**
 * A config file as it was found.
 *
 * @param scope whose it is
 * @param place the file
 * @param content what came of reading it
 * @param ownedByUser whether it belongs to the user and not to root
 */
public record ConfigSource(Scope scope, String place, Content content, boolean ownedByUser) {}
