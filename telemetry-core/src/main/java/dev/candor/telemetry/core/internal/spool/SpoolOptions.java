package dev.candor.telemetry.core.internal.spool;

import java.io.File;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a spool is opened.
 *
 * <p>The directory is a {@link File} because loading {@code java.nio.file} costs a cold process more than a millisecond.
 *
 * @param mode how far an event is when append returns
 * @param directory the spool's own directory, absolute; null when there is no home: then memory stands in
 * @param limits what it may keep
 * @param time what ages are counted by
 */
public record SpoolOptions(SpoolMode mode, @Nullable File directory, Limits limits, Time time) {

    /** The usual limits and the system's clock. */
    public static SpoolOptions of(SpoolMode mode, @Nullable File directory) {
        return new SpoolOptions(mode, directory, Limits.usual(), Time.system());
    }

    /** The same with one clock for everything; for tests. */
    public SpoolOptions withClock(Clock other) {
        return withTime(Time.of(other));
    }

    /** The same with other clocks. */
    public SpoolOptions withTime(Time other) {
        return new SpoolOptions(mode, directory, limits, other);
    }

    /** The same with other limits. */
    public SpoolOptions withLimits(Limits other) {
        return new SpoolOptions(mode, directory, other, time);
    }

    /**
     * What a spool may keep.
     *
     * @param bytes on disk, all segments together
     * @param age of an event
     * @param segments files on disk
     * @param segmentBytes when a segment is closed and the next one begun
     * @param segmentAge when a segment is closed though it is small
     * @param memoryBytes frames in memory where the disk cannot be used
     * @param ring events between the callers and the writer, a power of two
     * @param lease how long a segment or claim without a sign of life is left alone
     */
    public record Limits(
            long bytes,
            Duration age,
            int segments,
            int segmentBytes,
            Duration segmentAge,
            int memoryBytes,
            int ring,
            Duration lease) {

        private static final int MEBI = 1024 * 1024;

        /** 10 MiB, 7 days and 1,000 segments of 256 KiB or 30 s; 4 MiB of memory; a ring of 8,192; a lease of 30 s. */
        public static Limits usual() {
            return new Limits(
                    10L * MEBI,
                    Duration.ofDays(7),
                    1_000,
                    MEBI / 4,
                    Duration.ofSeconds(30),
                    4 * MEBI,
                    8_192,
                    Duration.ofSeconds(30));
        }

        /** The same with other bytes on disk, as many files as they need, and a ring of the least power of two that holds {@code signals}. */
        public Limits with(long diskBytes, int signals) {
            int power = Integer.highestOneBit(signals);
            long files = Math.min(Integer.MAX_VALUE, 2 * (diskBytes / segmentBytes));
            return new Limits(
                    diskBytes,
                    age,
                    Math.max(segments, (int) files),
                    segmentBytes,
                    segmentAge,
                    memoryBytes,
                    power == signals ? power : power << 1,
                    lease);
        }
    }
}
