package dev.candor.telemetry.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.spi.Header;
import dev.candor.telemetry.spi.UsageEvent;
import dev.candor.telemetry.testkit.OtlpRecord;
import dev.candor.telemetry.testkit.Signals;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.SeverityNumber;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a receiver that knows OTLP finds in log records, field by field. */
class OtlpLogMappingTest extends OtlpMapping {
    @Test
    void usage_event_isALogRecordWithItsNameAndTypedAttributes() {
        OtlpRecord record = sent(Samples.usage(1)).get(0);

        LogRecord log = (LogRecord) record.record();
        assertThat(record.scope()).isEqualTo("dev.candor.telemetry");
        assertThat(log.getEventName()).isEqualTo("pipeline_load");
        assertThat(log.getTimeUnixNano()).isEqualTo(Samples.NANOS);
        assertThat(log.getObservedTimeUnixNano()).isEqualTo(Samples.NANOS);
        assertThat(log.getSeverityNumber()).isEqualTo(SeverityNumber.SEVERITY_NUMBER_INFO);
        assertThat(log.hasBody()).isFalse();
        assertThat(log.getDroppedAttributesCount()).isZero();
        assertThat(record.attributes())
                .isEqualTo(Map.of(
                        "event.id",
                        Samples.id(1).toString(),
                        "enduser.pseudo.id",
                        "install-1",
                        "destination",
                        "duckdb",
                        "elapsed",
                        2.2,
                        "rows",
                        3L,
                        "success",
                        true,
                        "names",
                        List.of("a", "b"),
                        "sizes",
                        List.of(1L, 2L),
                        "config",
                        Map.of("depth", 2L)));
    }

    @Test
    void usage_ofNobody_namesNobody() {
        Header nobody =
                new Header(Samples.id(1), Samples.TIME, Samples.id(1).toString().replace("-", ""), Samples.RESOURCE);

        OtlpRecord record = sent(new UsageEvent(nobody, "load", Map.of())).get(0);

        assertThat(record.attributes()).containsOnlyKeys("event.id");
    }

    @Test
    void error_thatIsALoggedWarning_isAWarning() {
        LogRecord log = (LogRecord) sent(Signals.warning(2)).get(0).record();

        assertThat(log.getSeverityNumber()).isEqualTo(SeverityNumber.SEVERITY_NUMBER_WARN);
        assertThat(log.getSeverityText()).isEqualTo("WARN");
    }

    @Test
    void error_unhandledInATrace_isAFatalExceptionRecord() {
        OtlpRecord record = sent(Samples.error(2)).get(0);

        LogRecord log = (LogRecord) record.record();
        assertThat(log.getEventName()).isEqualTo("exception");
        assertThat(log.getSeverityNumber()).isEqualTo(SeverityNumber.SEVERITY_NUMBER_FATAL);
        assertThat(hex(log.getTraceId())).isEqualTo(Samples.TRACE);
        assertThat(hex(log.getSpanId())).isEqualTo(Samples.SPAN);
        assertThat(record.attributes())
                .containsEntry("event.id", Samples.id(2).toString())
                .containsEntry("exception.type", "com.acme.Loader$Broken")
                .containsEntry("exception.message", "no table")
                .containsEntry("candor.error.handled", false)
                .doesNotContainKey("candor.error.in_app")
                .containsEntry("candor.thread.kind", "pool")
                .containsEntry("candor.operation", "load")
                .containsEntry("pipeline", "pokemon")
                .containsEntry("candor.breadcrumbs", List.of("2026-01-02T03:04:04.678Z step: extract"))
                .containsEntry("candor.threads", List.of("main\n\tat com.acme.Main.main(Unknown Source)\n"))
                .containsEntry("exception.stacktrace", """
                    com.acme.Loader$Broken: no table
                    \tat com.acme.Loader.load(Loader.java:42)
                    \tat [external] (7 calls)
                    \tat com.acme.Main.main(Unknown Source)
                    Caused by: java.io.IOException
                    \tat [external] (7 calls)
                    """);
    }

    @Test
    void error_withOthersFramesNamed_saysWhichAreTheToolsOwn() {
        assertThat(sent(Samples.errorWithOthersNamed(2)).get(0).attributes())
                .containsEntry("candor.error.in_app", List.of("com.acme.Loader.load(Loader.java:42)"))
                .containsEntry("exception.stacktrace", """
                    Broken
                    \tat java.util.List.of(List.java:5)
                    \tat com.acme.Loader.load(Loader.java:42)
                    """);
    }

    @Test
    void log_ofALogger_isALogRecordInThatScope() {
        OtlpRecord record = sent(Samples.log(3)).get(0);

        LogRecord log = (LogRecord) record.record();
        assertThat(record.scope()).isEqualTo("com.acme.Loader");
        assertThat(log.getSeverityNumber()).isEqualTo(SeverityNumber.SEVERITY_NUMBER_WARN);
        assertThat(log.getSeverityText()).isEqualTo("WARN");
        assertThat(log.getBody().getStringValue()).isEqualTo("slow");
        assertThat(log.getEventName()).isEmpty();
        assertThat(hex(log.getTraceId())).isEqualTo(Samples.TRACE);
        assertThat(record.attributes())
                .isEqualTo(Map.of(
                        "event.id",
                        Samples.id(3).toString(),
                        "rows",
                        3L,
                        "exception.type",
                        "java.io.IOException",
                        "exception.message",
                        "refused"));
    }
}
