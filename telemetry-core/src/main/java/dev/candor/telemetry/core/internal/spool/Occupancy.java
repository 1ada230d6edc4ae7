package dev.candor.telemetry.core.internal.spool;

import java.util.List;

/**
 * How much of the disk a spool takes.
 *
 * @param bytes of all segments, quarantined ones included
 * @param segments how many of them may still hold frames
 */
record Occupancy(long bytes, int segments) {

    static Occupancy of(SpoolFs fs, List<String> names) {
        long bytes = 0;
        int segments = 0;
        for (String name : names) {
            if (SegmentName.isSegment(name)) {
                bytes += fs.length(name);
                segments++;
            } else if (SegmentName.isBad(name)) {
                bytes += fs.length(name);
            }
        }
        return new Occupancy(bytes, segments);
    }

    /** How many segments may still hold frames. */
    static int segments(List<String> names) {
        int segments = 0;
        for (String name : names) {
            segments += SegmentName.isSegment(name) ? 1 : 0;
        }
        return segments;
    }

    /** Whether the bytes would be over soon: what is written meanwhile must not bring them there. */
    boolean isScarce(SpoolOptions.Limits limits) {
        return bytes > limits.bytes() - 2L * limits.segmentBytes();
    }

    boolean isOver(SpoolOptions.Limits limits) {
        return bytes > limits.bytes() || segments > limits.segments();
    }
}
