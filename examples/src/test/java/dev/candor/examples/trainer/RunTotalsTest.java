package dev.candor.examples.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.RunEvents;
import dev.candor.telemetry.RunMetrics;
import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.testkit.RecordedEvent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of a run at its end, and what can be read on the way. */
class RunTotalsTest extends RunMetricsFixture {
    @Test
    void finish_saysTotals() {
        RunMetrics run = run().start();
        epoch(run, 0, 60);
        epoch(run, 1, 80);
        run.epochStarted(2);
        run.logged(0.5, 0.1);
        run.step(280);

        assertThat(run.finish()).isTrue();
        assertThat(run.finish()).isFalse();

        RecordedEvent end = recorded.signals()
                .single(TrainerEvents.TRAIN_END)
                .with(RunEvents.TOTAL_STEPS, 280L)
                .with(RunEvents.EPOCHS_COMPLETED, 2L)
                .with(RunEvents.STEPS_PER_SECOND, 2.0)
                .with(RunEvents.LOSS, 0.5)
                .without(RunEvents.PEAK_GPU);
        assertThat(end.event().attributes())
                .containsEntry("epoch_times", List.of(60.0, 80.0))
                .containsEntry("average_epoch_time", 70.0)
                .containsEntry("elapsed_time", 140.0);
    }

    @Test
    void finish_noEpochNoStep_leavesOutWhatThereIsNone() {
        RunMetrics run = run().start();
        run.epochStarted(0);

        run.finish();

        recorded.signals()
                .single(TrainerEvents.TRAIN_END)
                .with(RunEvents.TOTAL_STEPS, 0L)
                .with(RunEvents.EPOCHS_COMPLETED, 0L)
                .without(RunEvents.STEPS_PER_SECOND)
                .without(RunEvents.EPOCH_TIMES)
                .without(RunEvents.AVERAGE_EPOCH);
    }

    @Test
    void measures_ofARun_areThereToRead() {
        RunMetrics run = run().start();
        assertThat(run.averageEpoch()).isEmpty();
        assertThat(run.stepsPerSecond()).isEmpty();

        epoch(run, 0, 50);
        run.step(100);

        assertThat(run.elapsed()).isEqualTo(Duration.ofSeconds(50));
        assertThat(run.averageEpoch()).contains(Duration.ofSeconds(50));
        assertThat(run.stepsPerSecond()).hasValue(2.0);
    }

    @Test
    void everyMeasure_withoutConsent_stillWorks() {
        RunMetrics run = RunMetrics.reporting(
                        Telemetry.disabled(), TrainerEvents.TRAIN_PROGRESS, TrainerEvents.TRAIN_END)
                .start();

        assertThat(run.step(1)).isFalse();
        assertThat(run.finish()).isFalse();
        assertThat(run.lastStep()).isEqualTo(1);
    }
}
