package dev.candor.examples.trainer;

import dev.candor.telemetry.Telemetry;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Reports which kernel was chosen, once; looks at each of the first steps, and then gives up. */
final class AutotuneListener implements TrainingListener {
    private static final int LAST_LOOK = 5;

    private final Telemetry telemetry;
    private final Supplier<Optional<Autotune.Choice>> choice;
    private boolean done;

    AutotuneListener(Telemetry telemetry, Supplier<Optional<Autotune.Choice>> choice) {
        this.telemetry = telemetry;
        this.choice = choice;
    }

    @Override
    public void stepped(long step, double loss, double learningRate) {
        if (done) {
            return;
        }
        Optional<Autotune.Choice> found = choice.get();
        found.ifPresent(this::report);
        done = found.isPresent() || step >= LAST_LOOK;
    }

    /** Whether it has stopped looking. */
    boolean done() {
        return done;
    }

    private void report(Autotune.Choice chosen) {
        telemetry
                .event(TrainerEvents.KERNEL_AUTOTUNE)
                .with(TrainerEvents.KERNEL, chosen.kernel().name().toLowerCase(Locale.ROOT))
                .with(TrainerEvents.KERNELS, (long) Kernel.values().length)
                .with(TrainerEvents.GAIN, chosen.gain())
                .record();
    }
}
