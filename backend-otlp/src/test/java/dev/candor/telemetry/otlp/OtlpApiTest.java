package dev.candor.telemetry.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.exporter.otlp.http.logs.OtlpHttpLogRecordExporter;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.Compressor;
import io.opentelemetry.sdk.common.export.HttpSenderProvider;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What is relied on in OpenTelemetry's exporters and not promised by them. A failure here says that the new version has to be read
 * before it is taken.
 */
class OtlpApiTest {
    private final KeepingSender sender = new KeepingSender(1000);

    @BeforeEach
    void clean() {
        HostSenderProvider.SENDERS.set(0);
    }

    private OtlpHttpLogRecordExporter exporter() {
        return OtlpHttpLogRecordExporter.builder()
                .setEndpoint("https://collector.example/v1/logs")
                .setRetryPolicy(null)
                .setMeterProvider(MeterProvider.noop())
                .setComponentLoader(sender)
                .build();
    }

    private static LogRecordData record() {
        return new LogRecords(new Resources(Map.of())).record(Samples.log(1));
    }

    @Test
    void exporter_withALoaderOfItsOwn_asksForNoOtherSender() {
        exporter();

        assertThat(HostSenderProvider.SENDERS).hasValue(0);
    }

    @Test
    void export_always_reachesTheSenderBeforeItReturns() {
        CompletableResultCode result = exporter().export(List.of(record()));

        Optional<KeepingSender.Request> request = sender.request();
        assertThat(result.isDone() && result.isSuccess()).isTrue();
        assertThat(request).isPresent();
        assertThat(request.get().body()).hasSize((int) request.get().size()).isNotEmpty();
        assertThat(request.get().config().getContentType()).isEqualTo("application/x-protobuf");
        assertThat(request.get().config().getHeadersSupplier().get())
                .isEqualTo(Map.of("User-Agent", List.of("OTel-OTLP-Exporter-Java/1.67.0")));
    }

    @Test
    void export_overTheLimit_saysTheSizeAndWritesNothing() {
        LogRecordData large = new LogRecords(new Resources(Map.of())).record(Samples.log(1, "x".repeat(2000)));

        exporter().export(List.of(large));

        assertThat(sender.request().orElseThrow().size()).isGreaterThan(2000);
        assertThat(sender.request().orElseThrow().body()).isEmpty();
    }

    @Test
    void export_afterShutdown_makesNoRequest() {
        OtlpHttpLogRecordExporter exporter = exporter();
        exporter.shutdown();

        exporter.export(List.of(record()));

        assertThat(sender.request()).isEmpty();
    }

    @Test
    void load_anythingButASender_findsNothing() {
        assertThat(sender.load(Compressor.class)).isEmpty();
        assertThat(sender.load(HttpSenderProvider.class)).containsExactly(sender);
    }

    @Test
    void global_afterAnExport_canStillBeSetByTheHost() {
        GlobalOpenTelemetry.resetForTest();
        exporter().export(List.of(record()));

        assertThat(GlobalOpenTelemetry.isSet()).isFalse();
    }
}
