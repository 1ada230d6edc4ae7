package dev.candor.telemetry.core.internal.errors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Span;
import dev.candor.telemetry.core.ErrorRules;
import dev.candor.telemetry.core.internal.trace.Tracer;
import dev.candor.telemetry.spi.ErrorReport;
import dev.candor.telemetry.spi.ErrorReport.Breadcrumb;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of an error: types and owned frames, and messages and breadcrumbs only where they may be. */
class ErrorContentTest extends ReporterFixture {

    @Test
    void record_forMaintainer_carriesNoMessageCrumbSpanOrOperation() {
        ErrorReporter reporter = reporter();
        Tracer tracer = tracer();
        reporter.breadcrumb("step", "opened secret table");

        try (Span span = tracer.start("secret customer run")) {
            reporter.record(new IllegalStateException("secret", new IOException("secret")));
        }

        ErrorReport report = report();
        assertThat(report.toString()).doesNotContain("secret");
        assertThat(report.traceId()).isEmpty();
        assertThat(report.spanId()).isEmpty();
        assertThat(report.breadcrumbs()).isEmpty();
    }

    @Test
    void record_messageAllowed_maintainerGetsItRedactedWithCrumbs() {
        ErrorRules rules = ErrorRules.owned(OWNED)
                .withMessage(error -> error instanceof IllegalStateException)
                .build();
        ErrorReporter reporter = reporter(rules);
        reporter.breadcrumb("step", "mailed jane.doe@example.com");

        reporter.record(new IllegalStateException("no answer from jane.doe@example.com"));

        ErrorReport report = report();
        assertThat(report.exceptions().get(0).message()).isEqualTo("no answer from <email>");
        assertThat(report.breadcrumbs()).extracting(Breadcrumb::message).containsExactly("mailed <email>");
    }

    @Test
    void record_messageRuleThatThrows_withholdsTheMessage() {
        ErrorRules rules = ErrorRules.owned(OWNED)
                .withMessage(error -> {
                    throw new IllegalStateException("broken rule");
                })
                .build();

        reporter(rules).record(new IOException("x"));

        assertThat(report().exceptions().get(0).message()).isEqualTo(ChainReader.WITHHELD);
    }

    @Test
    void record_forOwner_carriesTraceAndRedactedOperation() {
        Tracer tracer = tracer();
        try (Span span = tracer.start("load for jane.doe@example.com")) {
            tracer.start("inner");
            reporter().record(new IOException("x"));

            ErrorReport report = (ErrorReport) sink.owner().get(0);
            assertThat(report.traceId()).isEqualTo(span.traceId());
            assertThat(report.operation()).isEqualTo("load for <email>");
        }
    }

    @Test
    void breadcrumbs_moreThanTwenty_keepTheLastInOrder() {
        ErrorReporter reporter = reporter();
        for (int i = 0; i < 50; i++) {
            reporter.breadcrumb("step", "number " + i);
        }

        List<Breadcrumb> last = crumbs.last();

        assertThat(last).hasSize(20);
        assertThat(last.get(0).message()).isEqualTo("number 30");
        assertThat(last.get(19).message()).isEqualTo("number 49");
    }

    @Test
    void breadcrumb_longOrMissing_isCutOrIgnored() {
        reporter().breadcrumb("step", "word ".repeat(100_000));
        reporter().breadcrumb("step", null);

        assertThat(crumbs.last()).hasSize(1);
        assertThat(crumbs.last().get(0).message()).hasSize(512);
    }
}
