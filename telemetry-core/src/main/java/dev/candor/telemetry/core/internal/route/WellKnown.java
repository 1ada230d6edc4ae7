package dev.candor.telemetry.core.internal.route;

/**
 * The setting that switches each published backend on, so that {@code status} can say which jar is missing. Nothing else is known of
 * them here: a backend is found through ServiceLoader or not at all.
 */
enum WellKnown {
    SENTRY("sentry", "sentry_dsn"),
    POSTHOG("posthog", "posthog_key"),
    SEGMENT("segment", "segment_write_key"),
    OTLP("otlp", "otlp_endpoint");

    private final String backend;
    private final String switchKey;

    WellKnown(String backend, String switchKey) {
        this.backend = backend;
        this.switchKey = switchKey;
    }

    String backend() {
        return backend;
    }

    String switchKey() {
        return switchKey;
    }
}
