package dev.candor.examples.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.telemetry.RunEvents;
import dev.candor.telemetry.RunMetrics;
import dev.candor.telemetry.spi.UsageEvent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which steps of a run are reported, and what of them. */
class RunMetricsTest extends RunMetricsFixture {
    @Test
    void start_beforeAnything_isBeforeTheFirstEpochAndStep() {
        RunMetrics run = run().start();

        assertThat(run.epoch()).isEqualTo(-1);
        assertThat(run.lastStep()).isZero();
        assertThat(run.lastReportedStep()).isZero();
        recorded.signals().none();
    }

    @Test
    void step_soonAfterAReport_isNotReported() {
        RunMetrics run = run().start();
        seconds += 100;
        run.step(41);
        run.step(100);

        assertThat(run.step(101)).isFalse();

        assertThat(run.lastStep()).isEqualTo(101);
        assertThat(run.lastReportedStep()).isEqualTo(41);
        assertThat(recorded.signals().events()).hasSize(1);
    }

    @Test
    void step_hundredStepsIn_isReportedWithItsSpeed() {
        RunMetrics run = run().plannedSteps(400).start();
        seconds += 100;
        run.logged(0.25, 0.01);

        assertThat(run.step(100)).isTrue();

        recorded.signals()
                .single(TrainerEvents.TRAIN_PROGRESS)
                .with(RunEvents.STEP, 100L)
                .with(RunEvents.EPOCH, -1L)
                .with(RunEvents.PROGRESS, 0.25)
                .with(RunEvents.LOSS, 0.25)
                .with(RunEvents.LEARNING_RATE, 0.01)
                .with(RunEvents.STEPS_PER_SECOND, 1.0);
        assertThat(attributes()).containsEntry("elapsed_time", 100.0).containsEntry("time_since_last_report", 100.0);
        assertThat(run.lastReportedStep()).isEqualTo(100);
    }

    @Test
    void step_lateAfterAReport_isReportedWithTheSpeedSince() {
        RunMetrics run = run().start();
        run.step(1);
        seconds += 61;
        run.step(11);
        seconds += 61;

        run.step(121);

        List<UsageEvent> reports = recorded.signals().events();
        assertThat(reports).hasSize(3);
        assertThat(reports.get(2).attributes()).containsEntry("steps_per_second", 110 / 61.0);
        assertThat(reports.get(1).attributes()).containsEntry("time_since_last_report", 61.0);
    }

    @Test
    void step_slowSteps_areReportedByTime() {
        RunMetrics run = run().start();
        for (int step = 1; step <= 6; step++) {
            seconds += 30;
            run.step(step);
        }

        assertThat(recorded.signals().events().stream()
                        .map(event -> event.attributes().get("step")))
                .containsExactly(1L, 3L, 5L);
    }

    @Test
    void step_quickSteps_areNotReportedTwiceWithinASecond() {
        RunMetrics run = run().start();
        for (int step = 1; step <= 10_000; step++) {
            run.step(step);
        }

        assertThat(recorded.signals().events()).hasSize(1);
    }

    @Test
    void step_first_isReportedAtOnce() {
        RunMetrics run = run().start();
        seconds += 1;

        assertThat(run.step(1)).isTrue();

        recorded.signals().single(TrainerEvents.TRAIN_PROGRESS).with(RunEvents.STEPS_PER_SECOND, 1.0);
    }

    @Test
    void step_withoutTime_hasNoSpeed() {
        run().start().step(1);

        recorded.signals().single(TrainerEvents.TRAIN_PROGRESS).with(RunEvents.STEPS_PER_SECOND, 0.0);
    }

    @Test
    void step_nothingLogged_saysZero() {
        run().start().step(1);

        recorded.signals()
                .single(TrainerEvents.TRAIN_PROGRESS)
                .with(RunEvents.LOSS, 0.0)
                .with(RunEvents.LEARNING_RATE, 0.0)
                .without(RunEvents.PROGRESS);
    }

    @Test
    void step_lossIsNoNumber_isReportedWithoutIt() {
        RunMetrics run = run().start();
        run.logged(Double.NaN, 0.1);

        run.step(1);

        recorded.signals().single(TrainerEvents.TRAIN_PROGRESS).without(RunEvents.LOSS);
    }

    @Test
    void everySteps_none_isRefused() {
        assertThatThrownBy(() -> run().everySteps(0)).isInstanceOf(IllegalArgumentException.class);
    }

    private Map<String, Object> attributes() {
        return recorded.signals().single(TrainerEvents.TRAIN_PROGRESS).event().attributes();
    }
}
