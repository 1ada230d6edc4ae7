/** Runs every backend against programs that others wrote: nginx, Spotlight, Segment's client for Node, the OpenTelemetry Collector. */
@NullMarked
package dev.candor.examples.e2e;

import org.jspecify.annotations.NullMarked;
