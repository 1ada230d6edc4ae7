package dev.candor.telemetry.core.internal.metrics;

import dev.candor.telemetry.spi.MetricBatch.Point;
import java.util.List;

/** The values under one label set since they were last read. */
interface Series {

    /** Adds what was counted since the last call, if anything, and begins anew. */
    void collect(List<Point> points);
}
