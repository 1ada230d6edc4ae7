/** What a short command keeps of a full start, so that the next one with the same inputs need not work it out again. */
@NullMarked
package dev.candor.telemetry.core.internal.start;

import org.jspecify.annotations.NullMarked;
