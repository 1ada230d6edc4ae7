package dev.candor.benchmarks.rate;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.logs.Logger;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.exporter.otlp.http.logs.OtlpHttpLogRecordExporter;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.logs.export.BatchLogRecordProcessor;
import io.opentelemetry.sdk.logs.export.BatchLogRecordProcessorBuilder;
import io.opentelemetry.sdk.resources.Resource;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** OpenTelemetry's SDK with its exporter, compressing as ours does or, by its default, not. */
final class OtlpVendor implements Client {
    private static final AttributeKey<String> DESTINATION = AttributeKey.stringKey("destination");
    private static final AttributeKey<Double> ELAPSED = AttributeKey.doubleKey("elapsed");
    private static final AttributeKey<Boolean> SUCCESS = AttributeKey.booleanKey("success");
    private static final AttributeKey<Long> ROWS = AttributeKey.longKey("rows");
    private static final AttributeKey<String> SERIAL = AttributeKey.stringKey("serial");

    private static final AttributeKey<String> USER = AttributeKey.stringKey("enduser.pseudo.id");
    private static final AttributeKey<String> ID = AttributeKey.stringKey("event.id");

    private final SdkLoggerProvider provider;
    private final Logger logger;

    OtlpVendor(String url, Queue queue, String compression) {
        BatchLogRecordProcessorBuilder batches = BatchLogRecordProcessor.builder(OtlpHttpLogRecordExporter.builder()
                .setEndpoint(url + "/v1/logs")
                .setCompression(compression)
                .build());
        if (queue == Queue.LARGE) {
            batches.setMaxQueueSize(Queue.ENOUGH);
        }
        AttributesBuilder surroundings = Attributes.builder();
        SampleValues.surroundings().forEach((name, value) -> surroundings.put(name, value.toString()));
        provider = SdkLoggerProvider.builder()
                .setResource(Resource.getDefault().merge(Resource.create(surroundings.build())))
                .addLogRecordProcessor(batches.build())
                .build();
        logger = provider.get("ratetool");
    }

    @Override
    public boolean record(int serial) {
        logger.logRecordBuilder()
                .setEventName(SampleValues.EVENT)
                .setSeverity(Severity.INFO)
                .setAttribute(DESTINATION, SampleValues.DESTINATION)
                .setAttribute(ELAPSED, SampleValues.ELAPSED)
                .setAttribute(SUCCESS, SampleValues.SUCCESS)
                .setAttribute(ROWS, SampleValues.ROWS)
                .setAttribute(SERIAL, Serials.text(serial))
                .setAttribute(USER, "somebody")
                .setAttribute(ID, id())
                .emit();
        return true;
    }

    /** The other clients give each event an id by themselves. */
    private static String id() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    @Override
    public void flush() {
        provider.forceFlush().join(60, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        provider.close();
    }
}
