package dev.candor.telemetry.spi;

import dev.candor.telemetry.Purpose;

/**
 * Something recorded, declared and redacted, on its way to a backend.
 *
 * <p>Attribute values are {@link String}, {@link Long}, {@link Double}, {@link Boolean}, or {@link java.util.List} and
 * {@link java.util.Map} of these. Signals are immutable.
 */
public sealed interface Signal permits UsageEvent, ErrorReport, Trace, MetricBatch, LogEntry {

    /** Its id, time, identity and where it was made. */
    Header header();

    /** Why it was collected. */
    Purpose purpose();
}
