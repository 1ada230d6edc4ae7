/** Usage events, errors and traces to PostHog. */
module dev.candor.telemetry.posthog {
    requires transitive dev.candor.telemetry;
    requires dev.candor.telemetry.http;
    requires com.google.gson;
    requires kotlin.stdlib;
    requires okhttp3;
    requires okio;
    requires posthog;
    requires static org.jspecify;

    exports dev.candor.telemetry.posthog;

    provides dev.candor.telemetry.spi.BackendProvider with
            dev.candor.telemetry.posthog.PostHogBackendProvider;
}
