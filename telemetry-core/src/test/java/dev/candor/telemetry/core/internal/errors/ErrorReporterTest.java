package dev.candor.telemetry.core.internal.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.candor.telemetry.core.ErrorRules;
import dev.candor.telemetry.spi.ErrorReport;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What is run or recorded: thrown on unchanged, reported once for one object; and that the host never feels it. */
class ErrorReporterTest extends ReporterFixture {

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
    void record_denied_isFalseAndKeepsNothing() {
        sink.only();
        ErrorReporter reporter = reporter();

        reporter.breadcrumb("step", "x");

        assertThat(reporter.record(new IOException("x"))).isFalse();
        assertThat(crumbs.last()).isEmpty();
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
