/** Writes what was answered: into Candor's own record, and into the tool's config files without disturbing what else is there. */
@NullMarked
package dev.candor.telemetry.core.internal.recording;

import org.jspecify.annotations.NullMarked;
