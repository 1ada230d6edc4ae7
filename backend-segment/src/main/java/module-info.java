/** Usage events, errors and traces to Segment. */
module dev.candor.telemetry.segment {
    requires transitive dev.candor.telemetry;
    requires analytics.core;
    requires com.google.gson;
    requires dev.candor.telemetry.http;
    requires static org.jspecify;

    exports dev.candor.telemetry.segment;

    provides dev.candor.telemetry.spi.BackendProvider with
            dev.candor.telemetry.segment.SegmentBackendProvider;
}
