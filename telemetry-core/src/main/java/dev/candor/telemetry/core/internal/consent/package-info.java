/** Decides, for each purpose, whether anything may be collected, and says why. */
@NullMarked
package dev.candor.telemetry.core.internal.consent;

import org.jspecify.annotations.NullMarked;
