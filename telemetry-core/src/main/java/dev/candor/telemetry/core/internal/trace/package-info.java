/** Spans: context on threads, W3C trace context in and out, sampling, and the finished trace. */
@NullMarked
package dev.candor.telemetry.core.internal.trace;

import org.jspecify.annotations.NullMarked;
