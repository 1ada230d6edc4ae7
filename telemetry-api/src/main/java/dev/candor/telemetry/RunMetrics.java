package dev.candor.telemetry;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;

/**
 * Measures a run of steps and epochs, such as a training, and reports it: its progress now and then, its totals in the end.
 *
 * <p>Progress is reported at step 1, and then when enough steps or enough time passed since the last report, but never twice within
 * {@link Builder#atLeastApart}. Memory is looked at when an epoch starts, at each {@link Builder#everySteps} and with each report.
 * Used by the one thread that runs the loop; nothing here throws or waits.
 */
public final class RunMetrics {
    private static final double NANOS = 1e9;

    private final Telemetry telemetry;
    private final EventType progress;
    private final EventType end;
    private final long plannedSteps;
    private final long everySteps;
    private final long longest;
    private final long shortest;
    private final LongSupplier nanoTime;
    private final RunPeaks peaks;
    private final RunEpochs epochs = new RunEpochs();
    private final long startedAt;
    private long step;
    private long reportedStep;
    private long reportedAt;
    private double loss;
    private double learningRate;
    private boolean finished;

    private RunMetrics(Builder builder) {
        this.telemetry = builder.telemetry;
        this.progress = builder.progress;
        this.end = builder.end;
        this.plannedSteps = builder.plannedSteps;
        this.everySteps = builder.everySteps;
        this.longest = builder.longest.toNanos();
        this.shortest = builder.shortest.toNanos();
        this.nanoTime = builder.nanoTime;
        this.peaks = new RunPeaks(builder.memory);
        this.startedAt = nanoTime.getAsLong();
        this.reportedAt = startedAt;
    }

    /**
     * Starts the description of a run.
     *
     * @param progress made by {@link RunEvents#progress}
     * @param end made by {@link RunEvents#end}
     */
    public static Builder reporting(Telemetry telemetry, EventType progress, EventType end) {
        return new Builder(telemetry, progress, end);
    }

    /** An epoch begins; they are counted from 0. */
    public void epochStarted(int epoch) {
        epochs.started(epoch, nanoTime.getAsLong());
        peaks.sample();
    }

    /** An epoch is over. */
    public void epochEnded(int epoch) {
        epochs.ended(epoch, nanoTime.getAsLong());
    }

    /** What the loop logged last. A loss that is no finite number is not reported. */
    public void logged(double newLoss, double newLearningRate) {
        this.loss = newLoss;
        this.learningRate = newLearningRate;
    }

    /**
     * A step is over; they are counted from 1.
     *
     * @return whether progress was due and its report accepted
     */
    public boolean step(long number) {
        step = number;
        long now = nanoTime.getAsLong();
        boolean due = isDue(now);
        if (due || number % everySteps == 0) {
            peaks.sample();
        }
        if (!due) {
            return false;
        }
        boolean accepted = reportProgress(now);
        reportedStep = step;
        reportedAt = now;
        return accepted;
    }

    private boolean isDue(long now) {
        long since = now - reportedAt;
        boolean enough = step - reportedStep >= everySteps || since >= longest;
        return step == 1 || (enough && since >= shortest);
    }

    private boolean reportProgress(long now) {
        long since = now - reportedAt;
        long steps = step - reportedStep;
        Event event = telemetry
                .event(progress)
                .with(RunEvents.STEP, step)
                .with(RunEvents.EPOCH, (long) epochs.current())
                .with(RunEvents.STEPS_PER_SECOND, since > 0 && steps > 0 ? steps * NANOS / since : 0.0)
                .with(RunEvents.ELAPSED, Duration.ofNanos(now - startedAt))
                .with(RunEvents.SINCE_LAST_REPORT, Duration.ofNanos(since));
        if (plannedSteps > 0) {
            event.with(RunEvents.PROGRESS, Math.min(1.0, (double) step / plannedSteps));
        }
        addLogged(event);
        peaks.addTo(event);
        return event.record();
    }

    /**
     * The run is over: reports its totals. A second call does nothing.
     *
     * @return whether the report was accepted
     */
    public boolean finish() {
        if (finished) {
            return false;
        }
        finished = true;
        peaks.sample();
        Event event = telemetry
                .event(end)
                .with(RunEvents.TOTAL_STEPS, step)
                .with(RunEvents.ELAPSED, elapsed())
                .with(RunEvents.EPOCHS_COMPLETED, epochs.completed());
        stepsPerSecond().ifPresent(rate -> event.with(RunEvents.STEPS_PER_SECOND, rate));
        averageEpoch()
                .ifPresent(average ->
                        event.with(RunEvents.AVERAGE_EPOCH, average).with(RunEvents.EPOCH_TIMES, epochs.first()));
        addLogged(event);
        peaks.addTo(event);
        return event.record();
    }

    private void addLogged(Event event) {
        if (Double.isFinite(loss)) {
            event.with(RunEvents.LOSS, loss);
        }
        event.with(RunEvents.LEARNING_RATE, learningRate);
    }

    /** The epoch that started last; -1 before the first. */
    public int epoch() {
        return epochs.current();
    }

    /** The step that ended last; 0 before the first. */
    public long lastStep() {
        return step;
    }

    /** The step of the last report of progress; 0 before the first. */
    public long lastReportedStep() {
        return reportedStep;
    }

    /** Time since the run started. */
    public Duration elapsed() {
        return Duration.ofNanos(nanoTime.getAsLong() - startedAt);
    }

    /** Steps a second over the whole run; empty without a step or without time. */
    public OptionalDouble stepsPerSecond() {
        long nanos = nanoTime.getAsLong() - startedAt;
        return step > 0 && nanos > 0 ? OptionalDouble.of(step * NANOS / nanos) : OptionalDouble.empty();
    }

    /** The average length of a finished epoch; empty before the first is. */
    public Optional<Duration> averageEpoch() {
        return Optional.ofNullable(epochs.average());
    }

    /** The most heap that was seen in use, in bytes. */
    public long peakHeapBytes() {
        return peaks.heap();
    }

    /** The most resident memory that was seen, in bytes; 0 where it cannot be told. */
    public long peakResidentBytes() {
        return peaks.resident();
    }

    /** The most memory that was seen in use on each GPU, in bytes. */
    public List<Long> peakGpuBytes() {
        return peaks.gpus();
    }

    /** Describes a run. Not for use by several threads. */
    public static final class Builder {
        private final Telemetry telemetry;
        private final EventType progress;
        private final EventType end;
        private long plannedSteps;
        private long everySteps = 100;
        private Duration longest = Duration.ofSeconds(60);
        private Duration shortest = Duration.ofSeconds(1);
        private LongSupplier nanoTime = System::nanoTime;
        private RunMemory memory = RunMemory.ofProcess();

        private Builder(Telemetry telemetry, EventType progress, EventType end) {
            this.telemetry = Objects.requireNonNull(telemetry);
            this.progress = Objects.requireNonNull(progress);
            this.end = Objects.requireNonNull(end);
        }

        /** How many steps are planned; without it no share is reported. */
        public Builder plannedSteps(long steps) {
            this.plannedSteps = steps;
            return this;
        }

        /**
         * After how many steps progress is reported again; 100 unless told.
         *
         * @throws IllegalArgumentException when {@code steps} is not positive
         */
        public Builder everySteps(long steps) {
            if (steps <= 0) {
                throw new IllegalArgumentException("progress is reported after a positive number of steps: " + steps);
            }
            this.everySteps = steps;
            return this;
        }

        /** After what time progress is reported again, however few steps there were; a minute unless told. */
        public Builder every(Duration time) {
            this.longest = time;
            return this;
        }

        /** What time is at least between two reports, however many steps there were; a second unless told. */
        public Builder atLeastApart(Duration time) {
            this.shortest = time;
            return this;
        }

        /** A clock that only goes forward, in nanoseconds; for tests. */
        public Builder nanoTime(LongSupplier clock) {
            this.nanoTime = clock;
            return this;
        }

        /** Where memory is read. */
        public Builder memory(RunMemory source) {
            this.memory = source;
            return this;
        }

        /** Starts the run's clock. */
        public RunMetrics start() {
            return new RunMetrics(this);
        }
    }
}
