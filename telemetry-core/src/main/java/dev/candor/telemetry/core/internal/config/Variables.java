package dev.candor.telemetry.core.internal.config;

import dev.candor.telemetry.core.ConsentRules;
import java.util.Locale;

/** Names the environment variable of a config key. */
public final class Variables {
    private Variables() {}

    /**
     * {@code runtime.sentry_dsn} is {@code RUNTIME__SENTRY_DSN}.
     *
     * <p>A key of the top level gets the tool's name in front: a bare {@code SENTRY_DSN} would be the host's own.
     */
    public static String of(ConsentRules rules, String key) {
        String name = key.replace(".", "__").replace('-', '_').toUpperCase(Locale.ROOT);
        return key.indexOf('.') < 0 ? rules.environmentPrefix().concat("_").concat(name) : name;
    }
}
