package dev.candor.benchmarks.vendor;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.logs.Logger;
import io.opentelemetry.exporter.otlp.http.logs.OtlpHttpLogRecordExporter;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.logs.export.BatchLogRecordProcessor;

/** A log record with an event's name through OpenTelemetry's batch processor. */
final class OpenTelemetryClient implements Client {
    private static final AttributeKey<String> DESTINATION = AttributeKey.stringKey("destination");
    private static final AttributeKey<Double> ELAPSED = AttributeKey.doubleKey("elapsed");
    private static final AttributeKey<Boolean> SUCCESS = AttributeKey.booleanKey("success");
    private static final AttributeKey<Long> ROWS = AttributeKey.longKey("rows");
    private static final AttributeKey<String> STEP = AttributeKey.stringKey("step");

    private final SdkLoggerProvider provider;
    private final Logger logger;

    OpenTelemetryClient(String url) {
        OtlpHttpLogRecordExporter exporter = OtlpHttpLogRecordExporter.builder()
                .setEndpoint(url + "/v1/logs")
                .build();
        provider = SdkLoggerProvider.builder()
                .addLogRecordProcessor(BatchLogRecordProcessor.builder(exporter).build())
                .build();
        logger = provider.get("bench");
    }

    @Override
    public void event() {
        logger.logRecordBuilder()
                .setEventName("pipeline_load")
                .setAllAttributes(
                        Attributes.of(DESTINATION, "duckdb", ELAPSED, 2.25, SUCCESS, true, ROWS, 1_234L, STEP, "load"))
                .emit();
    }

    @Override
    public void close() {
        provider.close();
    }
}
