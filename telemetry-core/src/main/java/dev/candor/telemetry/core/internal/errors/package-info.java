/** Turns exceptions into reports: what is owned, what is expected, what may be said. */
@NullMarked
package dev.candor.telemetry.core.internal.errors;

import org.jspecify.annotations.NullMarked;
