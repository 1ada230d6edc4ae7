/** How a signal is written into a spool frame, and read back in another process or version. */
@NullMarked
package dev.candor.telemetry.core.internal.codec;

import org.jspecify.annotations.NullMarked;
