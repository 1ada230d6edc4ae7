package dev.candor.telemetry.core.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.candor.telemetry.Audience;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.Severity;
import dev.candor.telemetry.core.internal.files.Home;
import dev.candor.telemetry.spi.Backend;
import dev.candor.telemetry.spi.BackendContext;
import dev.candor.telemetry.spi.DeliveryResult;
import dev.candor.telemetry.spi.ErrorReport;
import dev.candor.telemetry.spi.Header;
import dev.candor.telemetry.spi.LogEntry;
import dev.candor.telemetry.spi.MetricBatch;
import dev.candor.telemetry.spi.Payload;
import dev.candor.telemetry.spi.Receipts;
import dev.candor.telemetry.spi.Resource;
import dev.candor.telemetry.spi.SettingsException;
import dev.candor.telemetry.spi.Signal;
import dev.candor.telemetry.spi.Trace;
import dev.candor.telemetry.spi.UsageEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviewBackendTest {
    private static final Instant TIME = Instant.parse("2026-03-01T12:00:00Z");
    private static final Header HEADER = new Header(
            new UUID(0x019c_0000_0000_7000L, 0x8000_0000_0000_0001L),
            TIME,
            "someone",
            new Resource("tool", "1.0", "", "Linux", "6", "amd64", "17", "v", 2, 0, false, "", List.of(), Map.of()));
    private static final UsageEvent EVENT = new UsageEvent(HEADER, "load", Map.of("rows", 12L));

    @TempDir
    private Path directory;

    private Backend backend;

    @BeforeEach
    void open() throws SettingsException {
        backend = PreviewBackend.provider(directory, new Home(null))
                .open(new BackendContext("tool", "1.0", Audience.MAINTAINER, Map.of(), Receipts.none()));
    }

    @Test
    void spec_carriesEverythingAndNeedsNoSetting() {
        var spec = PreviewBackend.provider(directory, new Home(null)).spec();

        assertThat(spec.name()).isEqualTo("preview");
        assertThat(spec.carries()).containsExactlyInAnyOrder(Purpose.values());
        assertThat(spec.settings()).isEmpty();
    }

    @Test
    void export_everyKindOfSignal_becomesReadableLines() throws IOException {
        List<Signal> signals = List.of(
                EVENT,
                new ErrorReport(
                        HEADER,
                        List.of(new ErrorReport.Thrown(
                                "java.io.IOException",
                                "",
                                -1,
                                false,
                                List.of(new ErrorReport.Frame("a.B", "c", "B.java", 3, 1)))),
                        true,
                        "main",
                        "",
                        "",
                        "",
                        Map.of(),
                        List.of(new ErrorReport.Breadcrumb(TIME, "usage", "load")),
                        List.of()),
                new Trace(
                        HEADER,
                        "0".repeat(32),
                        List.of(new Trace.Span(
                                "0".repeat(16), "", "extract", TIME, TIME, false, "", Map.of("input", "x")))),
                new MetricBatch(
                        HEADER,
                        TIME,
                        List.of(
                                new MetricBatch.Sum("rows", "1", Map.of(), 5),
                                new MetricBatch.Last("load", "1", Map.of(), Double.NaN),
                                new MetricBatch.Distribution(
                                        "t", "s", Map.of(), List.of(1.0), List.of(1L, 0L), 1, 1, 1))),
                new LogEntry(HEADER, Severity.WARN, "a.B", "slow", "", "", "", "", Map.of()));

        for (Signal signal : signals) {
            assertThat(backend.export(List.of(signal))).isEqualTo(new DeliveryResult.Delivered(1));
        }

        List<String> lines = Files.readAllLines(directory.resolve("preview.jsonl"));
        List<JsonNode> read = new java.util.ArrayList<>();
        for (String line : lines) {
            read.add(new ObjectMapper().readTree(line));
        }
        assertThat(read.stream().map(json -> json.path("purpose").asText()))
                .containsExactly("usage", "errors", "traces", "metrics", "logs");
        assertThat(read).allSatisfy(json -> {
            assertThat(json.at("/header/id").asText()).isEqualTo(HEADER.id().toString());
            assertThat(json.at("/header/time").asText()).isEqualTo("2026-03-01T12:00:00Z");
        });
        assertThat(read.get(0).at("/attributes/rows").asLong()).isEqualTo(12);
        assertThat(read.get(1).at("/exceptions/0/frames/0/method").asText()).isEqualTo("c");
        assertThat(read.get(2).at("/spans/0/attributes/input").asText()).isEqualTo("x");
        assertThat(read.get(3).at("/points/2/counts/0").asLong()).isEqualTo(1);
        assertThat(read.get(4).at("/message").asText()).isEqualTo("slow");
    }

    @Test
    void preview_isWhatExportWrites() throws IOException {
        Payload payload = backend.preview(List.of(EVENT)).get(0);

        backend.export(List.of(EVENT));

        assertThat(new String(payload.body(), StandardCharsets.UTF_8))
                .isEqualTo(
                        Files.readAllLines(directory.resolve("preview.jsonl")).get(0));
    }

    @Test
    void export_longerThanTheFile_isTooLarge() {
        Signal huge = new UsageEvent(HEADER, "load", Map.of("text", "x".repeat(1 << 20)));

        assertThat(backend.export(List.of(huge, EVENT))).isInstanceOf(DeliveryResult.TooLarge.class);

        assertThat(backend.export(List.of(huge, EVENT)).count()).isEqualTo(1);
    }

    @Test
    void export_nowhereToWrite_isTriedLater() throws IOException {
        Files.createDirectory(directory.resolve("preview.jsonl"));

        assertThat(backend.export(List.of(EVENT))).isInstanceOf(DeliveryResult.RetryLater.class);
    }
}
