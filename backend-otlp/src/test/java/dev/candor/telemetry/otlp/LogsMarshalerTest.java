package dev.candor.telemetry.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Severity;
import dev.candor.telemetry.spi.Header;
import dev.candor.telemetry.spi.LogEntry;
import dev.candor.telemetry.spi.Signal;
import dev.candor.telemetry.spi.UsageEvent;
import io.opentelemetry.sdk.common.export.MessageWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Log records are written by the exporters' parts; what they come to is what the exporter itself writes, byte for byte. */
class LogsMarshalerTest {
    private static final Function<List<EncodedLog>, MessageWriter> OTHER_VERSION = logs -> {
        throw new NoSuchMethodError("of another version");
    };

    @Test
    void request_ofEachKindOfSignal_isTheExportersOwn() throws Exception {
        List<Signal> signals = List.of(
                Samples.usage(1),
                Samples.error(2),
                Samples.errorWithOthersNamed(3),
                Samples.log(4),
                Samples.log(5, ""),
                Samples.log(6, "é😀\ud800 x"),
                inTrace("0af7", Samples.SPAN),
                inTrace(Samples.TRACE, "0000000000000000"),
                usage(Map.of()),
                Samples.usage(7));

        assertThat(byParts(signals)).isEqualTo(byExporter(signals)).isNotEmpty();
    }

    @Test
    void request_ofEachKindOfValue_isTheExportersOwn() throws Exception {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("empty", "");
        values.put("zero", 0L);
        values.put("least", Long.MIN_VALUE);
        values.put("most", Long.MAX_VALUE);
        values.put("none", 0.0);
        values.put("less", -0.0);
        values.put("nan", Double.NaN);
        values.put("no", false);
        values.put("naïve", "ünïcode \ud83d\ude00 and a half \ud83d");
        values.put("long", "x".repeat(70_000));
        values.put("texts", List.of("a", ""));
        values.put("mixed", List.of("a", 1L, true));
        values.put("nothing", List.of());
        values.put("tree", Map.of("inner", List.of(Map.of("deep", 1.5))));
        List<Signal> signals = List.of(usage(values), Samples.usage(1), usage(values));

        assertThat(byParts(signals)).isEqualTo(byExporter(signals)).isNotEmpty();
    }

    @Test
    void request_ofEachSeverity_isTheExportersOwn() throws Exception {
        List<Signal> signals = new ArrayList<>();
        for (Severity each : Severity.values()) {
            signals.add(new LogEntry(Samples.header(1), each, "l" + signals.size() % 2, "m", "", "", "", "", Map.of()));
        }

        assertThat(byParts(signals)).isEqualTo(byExporter(signals)).isNotEmpty();
    }

    @Test
    void request_ofMoreThanOneBuffer_isTheExportersOwn() throws Exception {
        List<Signal> signals = new ArrayList<>(Collections.nCopies(600, Samples.usage(1)));

        byte[] body = byParts(signals);

        assertThat(Arrays.equals(body, byExporter(signals))).isTrue();
        assertThat(body.length).isGreaterThan(100_000);
    }

    static List<Runnable> otherVersions() {
        return List.of(
                () -> {
                    throw new NoSuchMethodError("of another version");
                },
                () -> {
                    throw new ClassCastException("of another version");
                });
    }

    @ParameterizedTest
    @MethodSource("otherVersions")
    void request_wherePartsBreakInTheMiddle_isWholeAndOnce(Runnable otherVersion) throws Exception {
        List<Signal> signals = List.of(Samples.log(1), Samples.usage(2), Samples.log(3, "x"));
        List<Integer> asked = new ArrayList<>();
        Function<List<EncodedLog>, MessageWriter> breaking = logs -> {
            asked.add(logs.size());
            if (asked.size() > 1) {
                otherVersion.run();
            }
            return new LogsMarshaler(logs).toBinaryMessageWriter();
        };
        try (Exporters exporters = exporters(breaking)) {
            byte[] first = body(exporters, signals);
            byte[] second = body(exporters, signals);

            assertThat(first).isEqualTo(byExporter(signals)).isEqualTo(second);
            assertThat(asked).as("not asked again").containsExactly(1, 2);
        }
    }

    private static LogEntry inTrace(String trace, String span) {
        return new LogEntry(Samples.header(1), Severity.INFO, "", "m", "", "", trace, span, Map.of());
    }

    private static UsageEvent usage(Map<String, Object> values) {
        return new UsageEvent(
                new Header(Samples.id(9), Samples.TIME, "", Samples.resource("other", "Linux", "amd64")),
                "größe",
                values);
    }

    private static byte[] byParts(List<Signal> signals) throws Exception {
        try (Exporters exporters = exporters(logs -> new LogsMarshaler(logs).toBinaryMessageWriter())) {
            return body(exporters, signals);
        }
    }

    private static byte[] byExporter(List<Signal> signals) throws Exception {
        try (Exporters exporters = exporters(OTHER_VERSION)) {
            return body(exporters, signals);
        }
    }

    private static Exporters exporters(Function<List<EncodedLog>, MessageWriter> parts) throws Exception {
        return new Exporters(
                OtlpSettings.of(Samples.context(Map.of("endpoint", "http://127.0.0.1:4318"))),
                OtlpBackend.MOST_BYTES,
                parts);
    }

    private static byte[] body(Exporters exporters, List<Signal> signals) {
        exporters.make(Kind.LOGS);
        return exporters.request(Kind.LOGS, signals).orElseThrow().body();
    }
}
