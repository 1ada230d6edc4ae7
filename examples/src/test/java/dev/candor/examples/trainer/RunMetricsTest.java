package dev.candor.examples.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.telemetry.RunEvents;
import dev.candor.telemetry.RunMemory;
import dev.candor.telemetry.RunMetrics;
import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.spi.UsageEvent;
import dev.candor.telemetry.testkit.RecordedEvent;
import dev.candor.telemetry.testkit.TelemetryExtension;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a run reports, by a clock and a memory that the test turns. */
class RunMetricsTest {
    private static final long GB = 1L << 30;

    @RegisterExtension
    final TelemetryExtension recorded = TelemetryExtension.of(() -> TrainerTelemetry.describe("1.0.0"));

    private final TurnedMemory memory = new TurnedMemory();
    private long seconds = 900;

    private RunMetrics.Builder run() {
        return RunMetrics.reporting(recorded.telemetry(), TrainerEvents.TRAIN_PROGRESS, TrainerEvents.TRAIN_END)
                .nanoTime(() -> Duration.ofSeconds(seconds).toNanos())
                .memory(memory);
    }

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
    void peaks_memoryFallsAndGrows_neverFall() {
        RunMetrics run = run().start();

        memory.heap = GB;
        memory.gpus = List.of(GB, 3 * GB);
        run.epochStarted(0);
        assertThat(run.peakHeapBytes()).isEqualTo(GB);
        memory.heap = GB / 2;
        memory.gpus = List.of(2 * GB, GB);
        run.epochStarted(1);
        assertThat(run.peakHeapBytes()).isEqualTo(GB);
        memory.heap = 2 * GB;
        run.epochStarted(2);
        assertThat(run.peakHeapBytes()).isEqualTo(2 * GB);
        run.finish();

        recorded.signals()
                .single(TrainerEvents.TRAIN_END)
                .with(RunEvents.PEAK_HEAP, 2 * GB)
                .with(RunEvents.PEAK_GPU, List.of(2 * GB, 3 * GB))
                .without(RunEvents.PEAK_RESIDENT);
    }

    @Test
    void peaks_betweenSamples_areNotLookedAt() {
        RunMetrics run = run().start();
        memory.heap = GB;

        run.step(42);
        assertThat(run.peakHeapBytes()).isZero();
        run.step(100);

        assertThat(run.peakHeapBytes()).isEqualTo(GB);
    }

    @Test
    void peaks_memoryCannotBeRead_costOnlyThemselves() {
        RunMetrics run = run().start();
        memory.broken = true;

        assertThat(run.step(1)).isTrue();
        assertThat(run.finish()).isTrue();
        recorded.signals().single(TrainerEvents.TRAIN_END).without(RunEvents.PEAK_HEAP);
    }

    @Test
    void memory_ofThisProcess_isMoreThanNothing() {
        RunMemory process = RunMemory.ofProcess();

        assertThat(process.heapBytes()).isPositive();
        assertThat(process.residentBytes()).isNotNegative();
        assertThat(process.gpuBytes()).isEmpty();
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

    @Test
    void everySteps_none_isRefused() {
        assertThatThrownBy(() -> run().everySteps(0)).isInstanceOf(IllegalArgumentException.class);
    }

    private void epoch(RunMetrics run, int number, long length) {
        run.epochStarted(number);
        seconds += length;
        run.epochEnded(number);
    }

    private Map<String, Object> attributes() {
        return recorded.signals().single(TrainerEvents.TRAIN_PROGRESS).event().attributes();
    }

    private static final class TurnedMemory implements RunMemory {
        private long heap;
        private boolean broken;
        private List<Long> gpus = List.of();

        @Override
        public long heapBytes() {
            if (broken) {
                throw new IllegalStateException("no memory to read");
            }
            return heap;
        }

        @Override
        public long residentBytes() {
            return 0;
        }

        @Override
        public List<Long> gpuBytes() {
            return gpus;
        }
    }
}
