package dev.candor.telemetry.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.spi.Backend;
import dev.candor.telemetry.spi.DeliveryResult.Delivered;
import dev.candor.telemetry.spi.Signal;
import dev.candor.telemetry.testkit.OtlpReceiver;
import dev.candor.telemetry.testkit.OtlpRecord;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.exporter.otlp.http.logs.OtlpHttpLogRecordExporter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.logs.export.SimpleLogRecordProcessor;
import io.opentelemetry.sdk.metrics.InstrumentType;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.export.CollectionRegistration;
import io.opentelemetry.sdk.metrics.export.MetricReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A host that runs its own OpenTelemetry in the same process. */
class OtlpCoexistenceTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final List<Signal> LOGS = List.of(Samples.usage(1), Samples.error(2));

    private final OtlpReceiver ours = new OtlpReceiver();
    private final OtlpReceiver hosts = new OtlpReceiver();
    private final Reader reader = new Reader();

    @BeforeEach
    void clean() {
        GlobalOpenTelemetry.resetForTest();
        HostSenderProvider.SENDERS.set(0);
    }

    @AfterEach
    void close() {
        GlobalOpenTelemetry.resetForTest();
        ours.close();
        hosts.close();
    }

    private OpenTelemetrySdk startHost() {
        OtlpHttpLogRecordExporter exporter = OtlpHttpLogRecordExporter.builder()
                .setEndpoint(hosts.uri() + "/v1/logs")
                .setMeterProvider(MeterProvider.noop())
                .build();
        OpenTelemetrySdk host = OpenTelemetrySdk.builder()
                .setMeterProvider(
                        SdkMeterProvider.builder().registerMetricReader(reader).build())
                .setLoggerProvider(SdkLoggerProvider.builder()
                        .addLogRecordProcessor(SimpleLogRecordProcessor.create(exporter))
                        .build())
                .build();
        GlobalOpenTelemetry.set(host);
        return host;
    }

    private Backend open() throws Exception {
        return new OtlpBackendProvider()
                .open(Samples.context(Map.of("endpoint", ours.uri().toString())));
    }

    private static void exportAll(Backend backend) {
        assertThat(backend.export(LOGS)).isEqualTo(new Delivered(2));
        assertThat(backend.export(List.of(Samples.trace(3, 1)))).isEqualTo(new Delivered(1));
        assertThat(backend.export(List.of(Samples.metrics(4)))).isEqualTo(new Delivered(1));
    }

    private void hostLogs(String body) {
        GlobalOpenTelemetry.get()
                .getLogsBridge()
                .get("host.logger")
                .logRecordBuilder()
                .setBody(body)
                .setTimestamp(Samples.TIME)
                .emit();
    }

    private void checkApart() {
        assertThat(ours.refusals()).isEmpty();
        assertThat(hosts.refusals()).isEmpty();
        assertThat(new String(ours.rawBytes(), StandardCharsets.ISO_8859_1))
                .doesNotContain("host.logger", "of the host");
        assertThat(new String(hosts.rawBytes(), StandardCharsets.ISO_8859_1)).doesNotContain("loader", "dev.candor");
        assertThat(reader.names()).as("what the host measures").isEmpty();
        assertThat(HostSenderProvider.SENDERS).as("senders of the host's kind").hasValue(1);
    }

    @Test
    void export_hostSetBefore_bothArriveApart() throws Exception {
        OpenTelemetrySdk host = startHost();
        try (Backend backend = open()) {
            exportAll(backend);
            hostLogs("of the host");
            exportAll(backend);
        }

        hostLogs("of the host, after ours is closed");

        assertThat(hosts.awaitCount(2, LONG)).extracting(OtlpRecord::scope).containsOnly("host.logger");
        assertThat(GlobalOpenTelemetry.get().getMeterProvider()).isNotNull();
        checkApart();
        host.close();
    }

    @Test
    void export_hostSetAfter_bothArriveApart() throws Exception {
        try (Backend backend = open()) {
            exportAll(backend);
            OpenTelemetrySdk host = startHost();
            exportAll(backend);
            hostLogs("of the host");
            hosts.awaitCount(1, LONG);
            host.close();
            exportAll(backend);
        }

        checkApart();
    }

    @Test
    void jar_always_offersNothingOfOpenTelemetrys() throws Exception {
        Path classes = Path.of(OtlpBackendProvider.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());

        try (Stream<Path> services = Files.list(classes.resolve("META-INF/services"))) {
            assertThat(services)
                    .extracting(file -> file.getFileName().toString())
                    .containsExactly("dev.candor.telemetry.spi.BackendProvider");
        }
    }

    /** What the host's own meters have counted. */
    private static final class Reader implements MetricReader {
        private CollectionRegistration registration = CollectionRegistration.noop();

        List<String> names() {
            return registration.collectAllMetrics().stream()
                    .map(MetricData::getName)
                    .toList();
        }

        @Override
        public void register(CollectionRegistration registered) {
            registration = registered;
        }

        @Override
        public CompletableResultCode forceFlush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public AggregationTemporality getAggregationTemporality(InstrumentType type) {
            return AggregationTemporality.CUMULATIVE;
        }
    }
}
