/** Carries all purposes over OTLP, with the exporters of OpenTelemetry. */
module dev.candor.telemetry.otlp {
    requires transitive dev.candor.telemetry;
    requires dev.candor.telemetry.http;
    requires io.opentelemetry.api;
    requires io.opentelemetry.common;
    requires io.opentelemetry.exporter.internal;
    requires io.opentelemetry.exporter.internal.otlp;
    requires io.opentelemetry.exporter.otlp;
    requires io.opentelemetry.sdk.common;
    requires io.opentelemetry.sdk.logs;
    requires io.opentelemetry.sdk.metrics;
    requires io.opentelemetry.sdk.trace;
    requires static org.jspecify;

    exports dev.candor.telemetry.otlp;

    provides dev.candor.telemetry.spi.BackendProvider with
            dev.candor.telemetry.otlp.OtlpBackendProvider;
}
