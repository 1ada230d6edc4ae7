package dev.candor.telemetry.core.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.candor.telemetry.Errors;
import dev.candor.telemetry.NoOp;
import dev.candor.telemetry.core.ErrorRules;
import dev.candor.telemetry.spi.ErrorReport;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Axolotl's decorator for errors: what is run in it gives back or throws the same, and is reported once for one error. */
class AxolotlErrorsTest {
    private final SeedErrors seed = new SeedErrors(ErrorRules.owned("dev.candor.telemetry.core.seeds")
            .withMessage(error -> true)
            .build());

    @Test
    void axo60_success_givesBackTheValueAndReportsNothing() {
        Supplier<String> wrapped = seed.errors.wrapSupplier(() -> "value");

        assertThat(wrapped.get()).isEqualTo("value");
        assertThat(seed.maintainers()).isEmpty();
    }

    @Test
    void axo61_failure_rethrowsTheSameAndReportsItsMessageAndFrames() {
        IllegalArgumentException failure = new IllegalArgumentException("bad shape");

        assertThat(thrownBy(failure)).isSameAs(failure);

        ErrorReport report = seed.maintainers().get(0);
        assertThat(report.exceptions().get(0).message()).isEqualTo("bad shape");
        assertThat(report.exceptions().get(0).frames()).isNotEmpty();
    }

    @Test
    void axo62_nestedLayers_reportOnce() {
        IllegalArgumentException failure = new IllegalArgumentException("x");

        Throwable thrown = catchThrowable(() -> seed.errors.run(() -> seed.errors.run(() -> {
            throw failure;
        })));

        assertThat(thrown).isSameAs(failure);
        assertThat(seed.maintainers()).hasSize(1);
    }

    @Test
    void axo63_disabled_rethrowsTheSameAndReportsNothing() {
        IllegalArgumentException failure = new IllegalArgumentException("x");

        Throwable thrown = catchThrowable(() -> NoOp.errors().run(() -> {
            throw failure;
        }));

        assertThat(thrown).isSameAs(failure);
    }

    @Test
    void axo64_whetherSomethingFailedBefore_isNobodysFlag() {
        // Axolotl remembered one flag for the process; here each error object is remembered, and nothing else
        Errors errors = seed.errors;

        assertThat(errors.record(new IllegalArgumentException("one"))).isTrue();
        assertThat(errors.record(new IllegalArgumentException("two"))).isTrue();
    }

    @Test
    void axo65_nameOfTheError_isItsTypeAndItsOwnFrame() {
        thrownBy(new IllegalArgumentException("x"));

        ErrorReport.Thrown thrown = seed.maintainers().get(0).exceptions().get(0);
        assertThat(thrown.type()).isEqualTo("java.lang.IllegalArgumentException");
        assertThat(thrown.frames())
                .anySatisfy(frame -> assertThat(frame.className()).isEqualTo(AxolotlErrorsTest.class.getName()));
    }

    @Test
    void axo66_twoErrors_areTwoReports() {
        // Axolotl reported the first error of a process only
        thrownBy(new IllegalArgumentException("same"));
        thrownBy(new IllegalArgumentException("same"));

        assertThat(seed.maintainers()).hasSize(2);
    }

    private Throwable thrownBy(RuntimeException failure) {
        return catchThrowable(() -> seed.errors.run(() -> {
            throw failure;
        }));
    }
}
