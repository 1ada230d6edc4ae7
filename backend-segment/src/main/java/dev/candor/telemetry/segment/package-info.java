/** Carries usage events, errors and traces to Segment. */
@NullMarked
package dev.candor.telemetry.segment;

import org.jspecify.annotations.NullMarked;
