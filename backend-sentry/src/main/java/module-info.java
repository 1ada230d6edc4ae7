/** Carries errors, traces and logs to Sentry, with the types of Sentry's own client. */
module dev.candor.telemetry.sentry {
    requires transitive dev.candor.telemetry;
    requires dev.candor.telemetry.http;
    requires sentry;
    requires static org.jspecify;

    exports dev.candor.telemetry.sentry;

    provides dev.candor.telemetry.spi.BackendProvider with
            dev.candor.telemetry.sentry.SentryBackendProvider;
}
