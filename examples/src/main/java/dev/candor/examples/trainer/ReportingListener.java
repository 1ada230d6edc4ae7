package dev.candor.examples.trainer;

import dev.candor.telemetry.Metrics;
import dev.candor.telemetry.RunMetrics;
import dev.candor.telemetry.Telemetry;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reports a training: usage events to the maintainer, metrics to whoever runs the tool. */
final class ReportingListener implements TrainingListener {
    private static final double[] EPOCH_SECONDS = {0.1, 0.5, 1, 5, 10, 60, 300, 3600};
    private static final double NANOS = 1e9;

    private final Telemetry telemetry;
    private final long loggingSteps;
    private final Metrics.Counter steps;
    private final Metrics.Gauge loss;
    private final Metrics.Gauge accuracyReached;
    private final Metrics.Histogram epochSeconds;
    private @Nullable RunMetrics run;
    private long epochStart;

    ReportingListener(Telemetry telemetry, long loggingSteps) {
        this.telemetry = telemetry;
        this.loggingSteps = loggingSteps;
        Metrics metrics = telemetry.metrics();
        this.steps = metrics.counter("trainer.steps", "1");
        this.loss = metrics.gauge("trainer.loss", "1");
        this.accuracyReached = metrics.gauge("trainer.accuracy", "1");
        this.epochSeconds = metrics.histogram("trainer.epoch.duration", "s", EPOCH_SECONDS);
    }

    @Override
    public void started(long plannedSteps, int plannedEpochs) {
        telemetry
                .event(TrainerEvents.TRAIN_START)
                .with(TrainerEvents.STEPS, plannedSteps)
                .with(TrainerEvents.EPOCHS, (long) plannedEpochs)
                .record();
        run = RunMetrics.reporting(telemetry, TrainerEvents.TRAIN_PROGRESS, TrainerEvents.TRAIN_END)
                .plannedSteps(plannedSteps)
                .everySteps(loggingSteps)
                .start();
    }

    @Override
    public void epochStarted(int epoch) {
        run().epochStarted(epoch);
        epochStart = System.nanoTime();
    }

    @Override
    public void stepped(long step, double newLoss, double learningRate) {
        run().logged(newLoss, learningRate);
        run().step(step);
        steps.add(1);
        loss.set(newLoss);
    }

    @Override
    public void epochEnded(int epoch, double accuracy) {
        run().epochEnded(epoch);
        epochSeconds.record((System.nanoTime() - epochStart) / NANOS);
        accuracyReached.set(accuracy);
    }

    @Override
    public void ended(double accuracy) {
        run().finish();
    }

    private RunMetrics run() {
        return Objects.requireNonNull(run, "started comes first");
    }
}
