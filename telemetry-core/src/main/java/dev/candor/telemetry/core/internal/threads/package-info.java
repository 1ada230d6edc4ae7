/** Starts threads, on machines that may have no room for another one. */
@NullMarked
package dev.candor.telemetry.core.internal.threads;

import org.jspecify.annotations.NullMarked;
