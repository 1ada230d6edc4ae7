package dev.candor.telemetry.core.internal.consent;

import org.jspecify.annotations.Nullable;

/**
 * What the tool's code and this run's command line say.
 *
 * @param disableFlag whether {@code --disable-telemetry} was given
 * @param disabledInCode whether the tool's code switched everything off
 * @param host the word of the application around an embedded library; null while it is silent
 */
public record Invocation(
        boolean disableFlag,
        boolean disabledInCode,
        @Nullable Boolean host) {
    /** Nothing said. */
    public static final Invocation PLAIN = new Invocation(false, false, null);
}
