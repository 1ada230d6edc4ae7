package dev.candor.examples.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.testkit.TelemetryExtension;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which kernel is chosen, and that it is reported once or not at all. */
class AutotuneTest {
    private static final Autotune.Choice CHOICE = new Autotune.Choice(Kernel.UNROLLED, 1.5);

    @RegisterExtension
    final TelemetryExtension recorded = TelemetryExtension.of(() -> TrainerTelemetry.describe("1.0.0"));

    private Optional<Autotune.Choice> choice = Optional.empty();

    @Test
    void listener_choiceAtTheFirstStep_reportsItOnceAndIsSilentThen() {
        AutotuneListener live = new AutotuneListener(recorded.telemetry(), () -> Optional.of(CHOICE));

        for (int step = 1; step <= 10; step++) {
            live.stepped(step, 1, 0.1);
        }

        recorded.signals()
                .single(TrainerEvents.KERNEL_AUTOTUNE)
                .with(TrainerEvents.KERNEL, "unrolled")
                .with(TrainerEvents.KERNELS, 2L)
                .with(TrainerEvents.GAIN, 1.5);
    }

    @Test
    void listener_choiceLater_reportsItOnceThen() {
        AutotuneListener live = new AutotuneListener(recorded.telemetry(), () -> choice);

        live.stepped(1, 1, 0.1);
        assertThat(live.done()).isFalse();
        choice = Optional.of(CHOICE);
        live.stepped(2, 1, 0.1);
        live.stepped(3, 1, 0.1);

        recorded.signals().single(TrainerEvents.KERNEL_AUTOTUNE);
    }

    @Test
    void listener_noChoice_givesUpAtTheFifthStep() {
        AutotuneListener live = new AutotuneListener(recorded.telemetry(), () -> choice);

        for (int step = 1; step <= 5; step++) {
            assertThat(live.done()).isFalse();
            live.stepped(step, 1, 0.1);
        }
        choice = Optional.of(CHOICE);
        live.stepped(6, 1, 0.1);

        assertThat(live.done()).isTrue();
        recorded.signals().none();
    }

    @Test
    void listener_withoutConsent_sendsNothingAndIsDone() {
        AutotuneListener listener = new AutotuneListener(Telemetry.disabled(), () -> Optional.of(CHOICE));

        listener.stepped(1, 1, 0.1);

        assertThat(listener.done()).isTrue();
        recorded.signals().none();
    }

    @Test
    void autotune_afterTwoTurnsOfEach_staysWithTheFastest() {
        Autotune autotune = new Autotune();
        long[] nanos = {900, 500, 700, 400};

        for (long turn : nanos) {
            assertThat(autotune.choice()).isEmpty();
            autotune.took(turn);
        }
        autotune.took(1);

        assertThat(autotune.choice()).contains(new Autotune.Choice(Kernel.UNROLLED, 700 / 400.0));
        assertThat(autotune.kernel()).isEqualTo(Kernel.UNROLLED);
    }

    @Test
    void kernels_onAnyWidth_giveTheSameSums() {
        Random random = new Random(3);
        for (int width = 1; width < 20; width++) {
            float[] weights = new float[3 * width];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = random.nextFloat();
            }
            float[] plain = new float[width];
            float[] unrolled = new float[width];

            Kernel.PLAIN.add(plain, weights, width);
            Kernel.UNROLLED.add(unrolled, weights, width);

            assertThat(unrolled).containsExactly(plain);
        }
    }
}
