package dev.candor.telemetry;

import java.time.Duration;
import java.util.List;

/** The events that {@link RunMetrics} records, and what they carry. */
public final class RunEvents {
    /** At most so many epochs' lengths are sent one by one; the average and the number are those of all. */
    static final int MOST_EPOCHS = 100;

    private static final int MOST_GPUS = 64;
    private static final long MOST = 1_000_000_000_000_000L;
    private static final double HUGE = 1e30;

    /** The step. */
    public static final Attribute<Long> STEP =
            Attribute.wholeNumber("step", 0, MOST).because("How far the run is.");

    /** The epoch, counted from 0; -1 before the first. */
    public static final Attribute<Long> EPOCH =
            Attribute.wholeNumber("epoch", -1, MOST).because("How far the run is.");

    /** The share of the planned steps that is done, 0 to 1. */
    public static final Attribute<Double> PROGRESS =
            Attribute.number("progress", 0, 1).because("At what point runs end or break.");

    /** The loss that was logged last; 0 where none was. */
    public static final Attribute<Double> LOSS =
            Attribute.number("loss", -HUGE, HUGE).because("Whether training works with these settings.");

    /** The learning rate that was logged last; 0 where none was. */
    public static final Attribute<Double> LEARNING_RATE =
            Attribute.number("learning_rate", 0, HUGE).because("Whether training works with these settings.");

    /** Steps a second: since the last report in a report of progress, in all in the end. */
    public static final Attribute<Double> STEPS_PER_SECOND =
            Attribute.number("steps_per_second", 0, HUGE).because("Where time is lost.");

    /** Time since the start, in seconds. */
    public static final Attribute<Duration> ELAPSED =
            Attribute.elapsed("elapsed_time").because("How long runs take.");

    /** Time since the last report, in seconds. */
    public static final Attribute<Duration> SINCE_LAST_REPORT =
            Attribute.elapsed("time_since_last_report").because("Over what time the speed was measured.");

    /** The most heap that was seen in use. */
    public static final Attribute<Long> PEAK_HEAP =
            Attribute.wholeNumber("peak_heap_bytes", 0, MOST).because("How much memory runs need.");

    /** The most resident memory of the process that was seen. */
    public static final Attribute<Long> PEAK_RESIDENT =
            Attribute.wholeNumber("peak_resident_bytes", 0, MOST).because("How much memory runs need.");

    /** The most memory that was seen in use on each GPU. */
    public static final Attribute<List<Long>> PEAK_GPU = Attribute.listOf(
                    "gpu_peak_memory_bytes", Attribute.wholeNumber("bytes", 0, MOST), MOST_GPUS)
            .because("How much memory of its GPUs a run needs.");

    /** Steps in all. */
    public static final Attribute<Long> TOTAL_STEPS =
            Attribute.wholeNumber("total_steps", 0, MOST).because("How long runs are.");

    /** Epochs that were finished. */
    public static final Attribute<Long> EPOCHS_COMPLETED =
            Attribute.wholeNumber("epochs_completed", 0, MOST).because("How long runs are.");

    /** The length of each finished epoch, in seconds, of the first hundred. */
    public static final Attribute<List<Duration>> EPOCH_TIMES = Attribute.listOf(
                    "epoch_times", Attribute.elapsed("seconds"), MOST_EPOCHS)
            .because("Whether epochs become slower.");

    /** The average length of a finished epoch, in seconds. */
    public static final Attribute<Duration> AVERAGE_EPOCH =
            Attribute.elapsed("average_epoch_time").because("Where time is lost.");

    private RunEvents() {}

    /** Declares the event that says how far a run is. */
    public static EventType progress(String name, String owner) {
        return EventType.named(name)
                .owner(owner)
                .because("How fast runs are, and whether they get better.")
                .with(STEP)
                .with(EPOCH)
                .with(PROGRESS)
                .with(LOSS)
                .with(LEARNING_RATE)
                .with(STEPS_PER_SECOND)
                .with(ELAPSED)
                .with(SINCE_LAST_REPORT)
                .with(PEAK_HEAP)
                .with(PEAK_RESIDENT)
                .with(PEAK_GPU)
                .build();
    }

    /** Declares the event that says how a run was in all. */
    public static EventType end(String name, String owner) {
        return EventType.named(name)
                .owner(owner)
                .because("How long runs take, how fast they are and how much memory they need.")
                .with(LOSS)
                .with(LEARNING_RATE)
                .with(TOTAL_STEPS)
                .with(STEPS_PER_SECOND)
                .with(ELAPSED)
                .with(EPOCHS_COMPLETED)
                .with(EPOCH_TIMES)
                .with(AVERAGE_EPOCH)
                .with(PEAK_HEAP)
                .with(PEAK_RESIDENT)
                .with(PEAK_GPU)
                .build();
    }
}
