/** Instruments that count in this process and are read as deltas. */
@NullMarked
package dev.candor.telemetry.core.internal.metrics;

import org.jspecify.annotations.NullMarked;
