package dev.candor.telemetry.core.internal.consent;

/** The config key that stops everything, in whatever section it stands. */
final class KillSwitch {
    static final String KEY = "enable_runtime_trace";

    private KillSwitch() {}

    /** Whether a key with its section is this one. */
    static boolean is(String key) {
        return key.equals(KEY) || key.endsWith(".".concat(KEY));
    }
}
