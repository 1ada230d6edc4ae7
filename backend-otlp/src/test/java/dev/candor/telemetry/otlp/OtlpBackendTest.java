package dev.candor.telemetry.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.spi.Backend;
import dev.candor.telemetry.spi.DeliveryResult;
import dev.candor.telemetry.spi.DeliveryResult.Delivered;
import dev.candor.telemetry.spi.DeliveryResult.Rejected;
import dev.candor.telemetry.spi.DeliveryResult.TooLarge;
import dev.candor.telemetry.spi.MetricBatch;
import dev.candor.telemetry.spi.Signal;
import dev.candor.telemetry.testkit.OtlpReceiver;
import dev.candor.telemetry.testkit.ReceivedRequest;
import dev.candor.telemetry.testkit.Reply;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsPartialSuccess;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OtlpBackendTest {
    private final OtlpReceiver receiver = new OtlpReceiver();
    private final List<Backend> opened = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(Backend::close);
        receiver.close();
    }

    private Backend open(String... settings) throws Exception {
        Map<String, String> all = new HashMap<>();
        all.put("endpoint", receiver.uri().toString());
        for (int i = 0; i < settings.length; i += 2) {
            all.put(settings[i], settings[i + 1]);
        }
        Backend backend = new OtlpBackendProvider().open(Samples.context(all));
        opened.add(backend);
        return backend;
    }

    private static List<Signal> logs(int count, String message) {
        List<Signal> logs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            logs.add(Samples.log(i, message));
        }
        return logs;
    }

    private static Reply partial(byte[] response) {
        return Reply.answer(200, "application/x-protobuf", response);
    }

    @Test
    void export_severalKinds_settlesTheFirstKind() throws Exception {
        DeliveryResult result =
                open().export(List.of(Samples.usage(1), Samples.error(2), Samples.trace(3, 0), Samples.usage(4)));

        assertThat(result).isEqualTo(new Delivered(2));
    }

    @Test
    void export_manyRecords_settles512() throws Exception {
        DeliveryResult result = open().export(logs(600, "x"));

        assertThat(result).isEqualTo(new Delivered(512));
        assertThat(receiver.received()).hasSize(512);
    }

    @Test
    void export_manySpans_areCountedAsRecords() throws Exception {
        DeliveryResult result = open().export(List.of(Samples.trace(1, 400), Samples.trace(2, 400)));

        assertThat(result).isEqualTo(new Delivered(1));
    }

    @Test
    void export_oneTraceOfMoreSpans_isSentWhole() throws Exception {
        DeliveryResult result = open().export(List.of(Samples.trace(1, 1000)));

        assertThat(result).isEqualTo(new Delivered(1));
        assertThat(receiver.received()).hasSize(1001);
    }

    @Test
    void export_moreThanFourMebibytes_isTooLargeBeforeItIsSent() throws Exception {
        DeliveryResult result = open().export(logs(5, "x".repeat(1 << 20)));

        assertThat(result)
                .isInstanceOf(TooLarge.class)
                .extracting(DeliveryResult::count)
                .isEqualTo(5);
        assertThat(receiver.requests()).isEmpty();
    }

    @Test
    void export_justBelowFourMebibytes_isDelivered() throws Exception {
        DeliveryResult result = open().export(logs(1, "x".repeat(OtlpBackend.MOST_BYTES - 2000)));

        assertThat(result).isEqualTo(new Delivered(1));
    }

    @Test
    void export_oneThatCannotBeEncoded_isRejectedAloneAndTheOthersArrive() throws Exception {
        Signal broken = new MetricBatch(
                Samples.header(1),
                Samples.TIME,
                List.of(new MetricBatch.Distribution(
                        "d", "s", Map.of(), List.of(2.0, 1.0), List.of(1L, 0L, 0L), 1, 1, 1)));
        Backend backend = open();

        DeliveryResult first = backend.export(List.of(Samples.metrics(2), broken, Samples.metrics(3)));
        DeliveryResult second = backend.export(List.of(broken, Samples.metrics(3)));
        DeliveryResult third = backend.export(List.of(Samples.metrics(3)));

        assertThat(first).isEqualTo(new Delivered(1));
        assertThat(second).isEqualTo(new Rejected(1, "cannot be encoded: java.lang.IllegalArgumentException"));
        assertThat(third).isEqualTo(new Delivered(1));
    }

    @Test
    void export_partialSuccess_countsTheRefusedAndSettlesAll() throws Exception {
        receiver.next(partial(ExportLogsServiceResponse.newBuilder()
                .setPartialSuccess(ExportLogsPartialSuccess.newBuilder()
                        .setRejectedLogRecords(2)
                        .setErrorMessage("too old"))
                .build()
                .toByteArray()));

        DeliveryResult result = open().export(logs(5, "x"));

        assertThat(result).isEqualTo(new Delivered(5, 2));
    }

    @Test
    void export_partialSuccessWithAWarningOnly_refusesNothing() throws Exception {
        receiver.next(partial(ExportLogsServiceResponse.newBuilder()
                .setPartialSuccess(ExportLogsPartialSuccess.newBuilder().setErrorMessage("use v2"))
                .build()
                .toByteArray()));

        assertThat(open().export(logs(5, "x"))).isEqualTo(new Delivered(5));
    }

    @Test
    void export_refusedSpans_areSharedOutAmongTheTraces() throws Exception {
        receiver.next(partial(ExportTraceServiceResponse.newBuilder()
                .setPartialSuccess(ExportTracePartialSuccess.newBuilder().setRejectedSpans(3))
                .build()
                .toByteArray()));

        DeliveryResult result = open().export(List.of(Samples.trace(1, 9), Samples.trace(2, 9)));

        assertThat(result).isEqualTo(new Delivered(2, 1));
    }

    @Test
    void export_moreRefusedThanSent_refusesAll() throws Exception {
        receiver.next(partial(ExportLogsServiceResponse.newBuilder()
                .setPartialSuccess(ExportLogsPartialSuccess.newBuilder().setRejectedLogRecords(Long.MAX_VALUE))
                .build()
                .toByteArray()));

        assertThat(open().export(logs(2, "x"))).isEqualTo(new Delivered(2, 2));
    }

    @Test
    void export_headers_areSentDecoded() throws Exception {
        open("headers", "Authorization=Basic%20YTpi, x-scope=a+b=c").export(logs(1, "x"));

        ReceivedRequest request = receiver.requests().get(0);
        assertThat(request.header("authorization")).hasValue("Basic YTpi");
        assertThat(request.header("x-scope")).hasValue("a+b=c");
    }

    @Test
    void export_ownEndpointOfAKind_isUsedAsItIs() throws Exception {
        Backend backend = open("endpoint", "https://nobody.invalid", "logs_endpoint", receiver.uri() + "/v1/logs");

        assertThat(backend.export(logs(1, "x"))).isEqualTo(new Delivered(1));
    }

    @Test
    void export_endpointWithAPath_isExtended() throws Exception {
        open("endpoint", receiver.uri() + "/otlp/").export(logs(1, "x"));

        assertThat(receiver.requests()).extracting(ReceivedRequest::path).containsExactly("/otlp/v1/logs");
    }

    @Test
    void export_compressionNone_sendsPlainBytes() throws Exception {
        open("compression", "none").export(logs(10, "x"));

        ReceivedRequest request = receiver.requests().get(0);
        assertThat(request.header("content-encoding")).isEmpty();
        assertThat(receiver.received()).hasSize(10);
    }
}
