/** Lets people see what was sent, and what would be sent where no backend is set up. */
@NullMarked
package dev.candor.telemetry.core.internal.journal;

import org.jspecify.annotations.NullMarked;
