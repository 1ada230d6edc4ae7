/** The way of one signal from the application's thread to the spool, and the parts put together. */
@NullMarked
package dev.candor.telemetry.core.internal.pipeline;

import org.jspecify.annotations.NullMarked;
