package dev.candor.telemetry.core.internal.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.candor.telemetry.Audience;
import dev.candor.telemetry.Span;
import dev.candor.telemetry.core.ErrorRules;
import dev.candor.telemetry.core.internal.catalogue.RealScrubber;
import dev.candor.telemetry.core.internal.intake.RecordingSink;
import dev.candor.telemetry.core.internal.trace.CurrentSpan;
import dev.candor.telemetry.core.internal.trace.Tracer;
import dev.candor.telemetry.spi.ErrorReport;
import dev.candor.telemetry.spi.ErrorReport.Breadcrumb;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What is reported of an error, to whom, how often; and that the host never feels it. */
class ErrorReporterTest {
    private static final String OWNED = "dev.candor.telemetry.core.internal.errors";

    private final RecordingSink sink = new RecordingSink();
    private final CurrentSpan current = new CurrentSpan();
    private final Breadcrumbs crumbs = new Breadcrumbs();

    @Test
    void run_failing_rethrowsTheSameAndReportsItAsUnhandled() {
        IOException failure = new IOException("x");

        Throwable thrown = catchThrowable(() -> reporter().run(() -> {
            throw failure;
        }));

        assertThat(thrown).isSameAs(failure);
        assertThat(report().handled()).isFalse();
        assertThat(thrown.getSuppressed()).isEmpty();
    }

    @Test
    void run_reportingFails_stillRethrowsTheSame() {
        sink.breakDown();
        IOException failure = new IOException("x");

        assertThat(catchThrowable(() -> reporter().run(() -> {
                    throw failure;
                })))
                .isSameAs(failure);
        assertThat(catchThrowable(() -> reporter().call(() -> {
                    throw failure;
                })))
                .isSameAs(failure);
        assertThat(reporter().record(failure)).isFalse();
    }

    @Test
    void run_exceptionWhoseAccessorsThrow_rethrowsTheSameAndReportsItsType() {
        HostileException failure = new HostileException();

        Throwable thrown = null;
        try {
            reporter().run(() -> {
                throw failure;
            });
        } catch (HostileException same) {
            thrown = same;
        }

        assertThat(thrown == failure).isTrue();
        assertThat(((ErrorReport) sink.owner().get(0)).exceptions().get(0).type())
                .isEqualTo(HostileException.class.getName());
    }

    @Test
    void run_error_rethrowsTheSame() {
        StackOverflowError failure = new StackOverflowError("deep");

        assertThat(catchThrowable(() -> reporter().run(() -> {
                    throw failure;
                })))
                .isSameAs(failure);
        assertThat(sink.maintainer()).hasSize(1);
    }

    @Test
    void wrap_everyForm_givesBackTheValueOrTheSameException() throws Exception {
        ErrorReporter reporter = reporter();
        IllegalStateException failure = new IllegalStateException();

        assertThat(reporter.wrapCallable(() -> 7).call()).isEqualTo(7);
        assertThat(reporter.wrapSupplier(() -> "eight").get()).isEqualTo("eight");
        assertThat(reporter.<Integer, RuntimeException>call(() -> 9)).isEqualTo(9);
        assertThat(sink.owner()).isEmpty();
        assertThat(catchThrowable(() -> reporter.wrap(() -> {
                            throw failure;
                        })
                        .run()))
                .isSameAs(failure);
        assertThat(sink.owner()).hasSize(1);
    }

    @Test
    void run_nestedLayers_reportOnce() {
        ErrorReporter reporter = reporter();
        IllegalStateException failure = new IllegalStateException();

        assertThat(catchThrowable(() -> reporter.run(() -> reporter.run(() -> {
                    throw failure;
                }))))
                .isSameAs(failure);
        assertThat(reporter.record(failure)).isFalse();
        reporter.uncaught(failure);

        assertThat(sink.maintainer()).hasSize(1);
        assertThat(sink.owner()).hasSize(1);
    }

    @Test
    void record_twoEqualErrors_areTwoReports() {
        ErrorReporter reporter = reporter();

        reporter.record(new SameAsAny());
        reporter.record(new SameAsAny());

        assertThat(sink.maintainer()).hasSize(2);
    }

    @Test
    void record_errorOfTheApplication_goesToTheOwnerAlone() {
        Exception error = new Exception("theirs");
        error.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("customer.App", "run", "App.java", 1),
            new StackTraceElement(OWNED + ".Part", "call", "Part.java", 2)
        });

        reporter().record(error);

        assertThat(sink.maintainer()).isEmpty();
        assertThat(sink.owner()).hasSize(1);
    }

    @Test
    void record_anyOwnedFrameChosen_goesToTheMaintainerToo() {
        Exception error = new Exception("theirs");
        error.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("customer.App", "run", "App.java", 1),
            new StackTraceElement(OWNED + ".Part", "call", "Part.java", 2)
        });

        reporter(ErrorRules.owned(OWNED).anyOwnedFrame().build()).record(error);

        assertThat(sink.maintainer()).hasSize(1);
        assertThat(sink.maintainer().toString()).doesNotContain("customer").contains(OWNED + ".Part");
    }

    @Test
    void record_nothingOwned_maintainerGetsNothing() {
        reporter(ErrorRules.none()).record(new Exception());

        assertThat(sink.maintainer()).isEmpty();
        assertThat(sink.owner()).hasSize(1);
    }

    @Test
    void record_expected_isNotReportedToAnybody() {
        ErrorRules rules = ErrorRules.owned(OWNED)
                .expected(error -> error instanceof FileNotFoundException)
                .build();

        boolean taken = reporter(rules).record(new FileNotFoundException("x"));
        reporter(rules).record(new IOException("x not found"));

        assertThat(taken).isFalse();
        assertThat(sink.owner()).hasSize(1);
        assertThat(sink.maintainer()).hasSize(1);
    }

    @Test
    void record_classifierThatThrows_countsAsExpected() {
        ErrorRules rules = ErrorRules.owned(OWNED)
                .expected(error -> {
                    throw new AssertionError("broken classifier");
                })
                .build();

        assertThat(reporter(rules).record(new IOException("x"))).isFalse();
        assertThat(sink.owner()).isEmpty();
    }

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
    void record_denied_isFalseAndKeepsNothing() {
        sink.only();
        ErrorReporter reporter = reporter();

        reporter.breadcrumb("step", "x");

        assertThat(reporter.record(new IOException("x"))).isFalse();
        assertThat(crumbs.last()).isEmpty();
    }

    @Test
    void record_onlyMaintainerOpen_doesNotReportToTheOwner() {
        sink.only(Audience.MAINTAINER);

        assertThat(reporter().record(new IOException("x"))).isTrue();
        assertThat(sink.owner()).isEmpty();
        assertThat(sink.maintainer()).hasSize(1);
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

    @Test
    void record_onAPoolThread_namesTheKindAndNeverTheName() throws Exception {
        ErrorReporter reporter = reporter();
        ExecutorService pool =
                Executors.newSingleThreadExecutor(task -> new Thread(task, "connection of jane.doe@example.com"));

        pool.submit(() -> reporter.record(new IOException("x"))).get(30, TimeUnit.SECONDS);
        pool.shutdown();

        assertThat(report().threadKind()).isEqualTo("pool");
        assertThat(sink.owner().toString() + sink.maintainer()).doesNotContain("jane");
    }

    private ErrorReport report() {
        assertThat(sink.maintainer()).hasSize(1);
        return (ErrorReport) sink.maintainer().get(0);
    }

    private Tracer tracer() {
        return new Tracer(sink, new RealScrubber(), current, Clock.systemUTC(), 1);
    }

    private ErrorReporter reporter() {
        return reporter(ErrorRules.owned(OWNED).build());
    }

    private ErrorReporter reporter(ErrorRules rules) {
        return new ErrorReporter(
                rules, new RealScrubber(), sink, current, crumbs, Clock.systemUTC(), Map.of("commit", "abc"));
    }

    /** Equal to every other of its kind. */
    private static final class SameAsAny extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @Override
        public boolean equals(Object other) {
            return other instanceof SameAsAny;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }
}
