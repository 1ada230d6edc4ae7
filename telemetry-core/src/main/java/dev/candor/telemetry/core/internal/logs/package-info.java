/** Log records: redacted, bounded, and never of our own making. */
@NullMarked
package dev.candor.telemetry.core.internal.logs;

import org.jspecify.annotations.NullMarked;
