package dev.candor.examples.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.RunEvents;
import dev.candor.telemetry.RunMemory;
import dev.candor.telemetry.RunMetrics;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The peaks of memory. */
class RunPeaksTest extends RunMetricsFixture {
    private static final long GB = 1L << 30;

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
}
