/** The door through which finished signals enter the pipeline. */
@NullMarked
package dev.candor.telemetry.core.internal.intake;

import org.jspecify.annotations.NullMarked;
