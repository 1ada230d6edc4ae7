package dev.candor.examples.trainer;

import dev.candor.telemetry.RunMetrics;
import dev.candor.telemetry.testkit.TelemetryExtension;
import java.time.Duration;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A run by a clock and a memory that the test turns. */
abstract class RunMetricsFixture {
    @RegisterExtension
    final TelemetryExtension recorded = TelemetryExtension.of(() -> TrainerTelemetry.describe("1.0.0"));

    final TurnedMemory memory = new TurnedMemory();
    long seconds = 900;

    RunMetrics.Builder run() {
        return RunMetrics.reporting(recorded.telemetry(), TrainerEvents.TRAIN_PROGRESS, TrainerEvents.TRAIN_END)
                .nanoTime(() -> Duration.ofSeconds(seconds).toNanos())
                .memory(memory);
    }

    void epoch(RunMetrics run, int number, long length) {
        run.epochStarted(number);
        seconds += length;
        run.epochEnded(number);
    }
}
