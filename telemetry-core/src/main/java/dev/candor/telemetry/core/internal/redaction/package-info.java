/** Removes what is private from every string and tree before it is queued or written. */
@NullMarked
package dev.candor.telemetry.core.internal.redaction;

import org.jspecify.annotations.NullMarked;
