package dev.candor.telemetry.core.seeds;

import static dev.candor.telemetry.core.seeds.SeedErrors.from;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.candor.telemetry.NoOp;
import dev.candor.telemetry.core.ErrorRules;
import dev.candor.telemetry.spi.ErrorReport;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Blaxel's errors: which are the SDK's, which are expected, and what of them the maintainer reads. */
class BlaxelErrorsTest {
    private static final String SECRET = "customer-secret-4711";

    private final SeedErrors seed = SeedErrors.ofSdk();

    @Test
    void blx06_burstOfThree_isTakenInOrder() {
        for (int i = 1; i <= 3; i++) {
            seed.errors.record(from(new IllegalStateException(), "sdk.Step" + i));
        }

        assertThat(seed.maintainers())
                .extracting(report -> report.exceptions().get(0).frames().get(0).className())
                .containsExactly("sdk.Step1", "sdk.Step2", "sdk.Step3");
    }

    @Test
    void blx11_blx15_blx21_expectedError_isReportedToNobody() {
        SeedErrors optional = new SeedErrors(ErrorRules.owned("sdk")
                .expected(error -> error instanceof ClassNotFoundException)
                .build());

        optional.errors.record(from(new ClassNotFoundException("io.opentelemetry.Missing"), "sdk.Loader"));

        assertThat(optional.sink.maintainer()).isEmpty();
        assertThat(optional.sink.owner()).isEmpty();
    }

    @Test
    void blx14_errorWithCausesAndSuppressedOnes_isOneReportInWhichEachNamesItsParent() {
        IOException first = from(new IOException(), "sdk.A");
        first.addSuppressed(from(new IllegalStateException(), "sdk.B"));
        Exception all = from(new Exception("all", first), "sdk.Group");

        seed.errors.record(all);

        assertThat(seed.maintainers()).hasSize(1);
        assertThat(seed.maintainers().get(0).exceptions())
                .extracting(thrown -> thrown.parent() + " " + thrown.suppressed())
                .containsExactly("-1 false", "0 false", "1 true");
    }

    @Test
    void blx16_blx31_sameErrorSeenTwice_isReportedOnce() {
        IllegalStateException error = from(new IllegalStateException(), "sdk.Client");

        assertThat(seed.errors.record(error)).isTrue();
        assertThat(seed.errors.record(error)).isFalse();
        assertThat(seed.maintainers()).hasSize(1);
    }

    @Test
    void blx17_twoErrorsOfTheSameText_areTwoReports() {
        seed.errors.record(from(new IllegalStateException("same"), "sdk.Client"));
        seed.errors.record(from(new IllegalStateException("same"), "sdk.Client"));

        assertThat(seed.maintainers()).hasSize(2);
    }

    @Test
    void blx18_blx32_errorWhoseFirstFrameIsTheApplications_isNotTheMaintainers() {
        seed.errors.record(from(new IllegalStateException(), "customer.App", "sdk.Client"));
        seed.errors.record(from(new IllegalStateException(), "customer.App"));

        assertThat(seed.maintainers()).isEmpty();
    }

    @Test
    void blx19_blx45_applicationThatCallsTheSdk_leavesOnlyTheSdksFrames() {
        Exception error = from(new Exception(SECRET, new IOException(SECRET)), "sdk.Client", "customer.acme.App");
        seed.errors.breadcrumb("step", SECRET);

        seed.errors.record(error);

        ErrorReport report = seed.maintainers().get(0);
        assertThat(report.toString()).doesNotContain(SECRET, "customer", "acme", "/");
        assertThat(report.breadcrumbs()).isEmpty();
        assertThat(report.exceptions()).extracting(ErrorReport.Thrown::message).containsOnly("(message not sent)");
    }

    @Test
    void blx20_errorWithTheBodyOfAnAnswer_leavesItsTypeAlone() {
        seed.errors.record(from(new HttpError(404, "{\"detail\":\"" + SECRET + "\"}"), "sdk.Client"));

        assertThat(seed.maintainers().toString()).contains("HttpError").doesNotContain(SECRET, "HTTP 404", "detail");
    }

    @Test
    void blx22_lookAlikesAndErrorsThatAreTheirOwnCause_endAndAreNobodysOrOwned() {
        seed.errors.record(from(new IllegalStateException(), "sdkx.Client"));
        seed.errors.record(from(new IllegalStateException(), "my.sdk.Client"));
        assertThat(seed.maintainers()).isEmpty();

        seed.errors.record(from(new OwnCause(), "sdk.Client"));

        assertThat(seed.maintainers()).hasSize(1);
        assertThat(seed.maintainers().get(0).exceptions()).hasSize(1);
    }

    @ParameterizedTest(name = "BLX-33 {0}")
    @ValueSource(strings = {"sdk/../customer.App", "..sdk.Client", "sdk..", "/sdk.Client"})
    void blx33_forgedFrame_isNotOwnedByWhatItLooksLike(String className) {
        seed.errors.record(from(new IllegalStateException(), className));

        assertThat(seed.maintainers())
                .allSatisfy(report -> assertThat(report.toString()).doesNotContain("customer"));
    }

    @Test
    void blx34_sinkThatThrows_isNotFelt() {
        seed.sink.breakDown();

        assertThatCode(() -> seed.errors.record(from(new IllegalStateException(), "sdk.Client")))
                .doesNotThrowAnyException();
    }

    @Test
    void blx36_denied_keepsNothing() {
        seed.sink.only();

        assertThat(seed.errors.record(from(new IllegalStateException(), "sdk.Client")))
                .isFalse();
        assertThat(NoOp.errors().record(new IllegalStateException())).isFalse();
        assertThat(seed.maintainers()).isEmpty();
    }

    @Test
    void blx42_blx43_errorsThatTheClassifierKnows_areNotSentAndStayTheSame() {
        SeedErrors classified = new SeedErrors(ErrorRules.owned("sdk")
                .expected(error -> error instanceof NoSuchFileException
                        || error instanceof FileNotFoundException
                        || error instanceof CancellationException
                        || error instanceof HttpError http && http.code < 500)
                .build());
        List<Exception> expected = new ArrayList<>(List.of(
                new NoSuchFileException("x"),
                new FileNotFoundException("x"),
                new CancellationException("x"),
                new HttpError(404, "x"),
                new HttpError(429, "x")));

        for (Exception each : expected) {
            classified.errors.record(from(each, "sdk.Client"));
            assertThat(each.getSuppressed()).isEmpty();
        }

        assertThat(classified.maintainers()).isEmpty();
        assertThat(classified.errors.record(from(new HttpError(500, "x"), "sdk.Client")))
                .isTrue();
    }

    @ParameterizedTest(name = "BLX-44 {0}")
    @ValueSource(
            strings = {
                "item not found",
                "timed out",
                "permission denied for x",
                "user aborted",
                "websocket: bad handshake",
                "HTTP 404",
                "cancelled"
            })
    void blx44_errorsThatOnlySayWhatExpectedOnesSay_areSent(String message) {
        SeedErrors classified = new SeedErrors(ErrorRules.owned("sdk")
                .expected(error -> error instanceof NoSuchFileException)
                .build());

        classified.errors.record(from(new IOException(message), "sdk.Client"));

        assertThat(classified.maintainers()).hasSize(1);
    }

    @Test
    void blx47_noError_isNoEventAndNoCrash() {
        assertThatCode(() -> seed.errors.record(null)).doesNotThrowAnyException();
        assertThat(seed.maintainers()).isEmpty();
    }

    private static final class HttpError extends IOException {
        private static final long serialVersionUID = 1L;
        private final int code;

        HttpError(int code, String body) {
            super("HTTP " + code + ": " + body);
            this.code = code;
        }
    }

    private static final class OwnCause extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @Override
        public synchronized Throwable getCause() {
            return this;
        }
    }
}
